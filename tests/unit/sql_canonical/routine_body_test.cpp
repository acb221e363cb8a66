// Bodies of the SQL-standard form: as written, and as PostgreSQL printed them.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "schema/kinds/routine.hpp"
#include "sql/canonical.hpp"
#include "tests/unit/sql_canonical/recorded.hpp"

namespace pgplumb::sql::tests {
namespace {

Argument argument(const char* name, const char* type) {
  Argument result;
  result.name = Identifier(name);
  result.type.name = qualified("pg_catalog", type);
  return result;
}

// shop.f(x integer, y text, integer)
Expression canonical_body(Expression body) {
  Catalog catalog = shop();
  Routine routine;
  routine.language = Identifier("sql");
  routine.arguments = {argument("x", "int4"), argument("y", "text"), argument("", "int4")};
  routine.sql_body = std::move(body);
  ObjectId id = object_id(ObjectKind::routine, qualified("shop", "f"));
  id.member = arguments_key(routine.arguments);
  catalog.put(id, std::move(routine));
  canonicalize(catalog, id);
  return catalog.get<Routine>(id)->sql_body;
}

struct BodyCase {
  const char* written;
  const char* printed;
};

constexpr BodyCase kBodies[] = {
    {"RETURN x + 1", "RETURN (x + 1)"},
    {"RETURN f.x + $1 * $3", "RETURN (x + (x * $3))"},
    {"RETURN 'a'", "RETURN 'a'::text"},
    {"RETURN y || 'a'", "RETURN (y || 'a'::text)"},
    {"RETURN double_it(x)", "RETURN shop.double_it(x)"},
    {"RETURN x in (1, x)", "RETURN (x = ANY (ARRAY[1, x]))"},
    {"RETURN (SELECT count(*)::int FROM part WHERE id = x)",
     "RETURN (SELECT (count(*))::integer AS count FROM shop.part WHERE (part.id = f.x))"},
    {"BEGIN ATOMIC\n SELECT x + 1;\nEND", "BEGIN ATOMIC\n SELECT (x + 1);\nEND"},
    {"BEGIN ATOMIC\n RETURN x;\nEND", "BEGIN ATOMIC\n RETURN x;\nEND"},
    {"BEGIN ATOMIC\nEND", "BEGIN ATOMIC\nEND"},
    {"BEGIN ATOMIC\n SELECT * FROM part;\nEND",
     "BEGIN ATOMIC\n SELECT part.id,\n     part.name\n    FROM shop.part;\nEND"},
    {"BEGIN ATOMIC\n INSERT INTO part VALUES (x, 'a'), (2, y);\n UPDATE part SET name = 'c' WHERE "
     "id "
     "= x;\n DELETE FROM part WHERE id > x;\nEND",
     "BEGIN ATOMIC\n INSERT INTO shop.part (id, name) VALUES (f.x,'a'::text), (2,f.y);\n UPDATE "
     "shop.part SET name = 'c'::text\n   WHERE (part.id = f.x);\n DELETE FROM shop.part\n   WHERE "
     "(part.id > f.x);\nEND"},
    {"BEGIN ATOMIC\n INSERT INTO part VALUES (x, 'b') RETURNING id;\nEND",
     "BEGIN ATOMIC\n INSERT INTO shop.part (id, name)\n   VALUES (f.x, 'b'::text)\n   RETURNING "
     "part.id;\nEND"},
};

TEST(RoutineBody, WrittenAndPrintedAreEqual) {
  for (const BodyCase& c : kBodies) {
    const Expression a = canonical_body(written(c.written));
    const Expression b = canonical_body(printed(c.printed));
    EXPECT_EQ(a.canonical, b.canonical) << c.written;
    EXPECT_TRUE(a.closed) << c.written;
    EXPECT_TRUE(b.closed) << c.printed;
    EXPECT_EQ(a.references, b.references) << c.written;
    const Expression again = canonical_body(printed(a.canonical));
    EXPECT_EQ(a.canonical, again.canonical) << c.written;
  }
}

TEST(RoutineBody, AColumnComesBeforeAParameter) {
  const Expression a = canonical_body(written("RETURN (SELECT name FROM member y WHERE id = x)"));
  EXPECT_EQ(a.canonical, "RETURN (SELECT y.name FROM shop.member y WHERE (y.id = f.x))");
  const Expression b = canonical_body(written("BEGIN ATOMIC\n SELECT y FROM part y;\nEND"));
  EXPECT_NE(b.canonical.find("y.*"), std::string::npos);
}

TEST(RoutineBody, WhatIsNotAnalysedStaysOpen) {
  for (const char* const text :
       {"RETURN z + 1", "RETURN $4", "BEGIN ATOMIC\n INSERT INTO part SELECT * FROM part;\nEND",
        "BEGIN ATOMIC\n SELECT nowhere(x);\nEND"}) {
    EXPECT_FALSE(canonical_body(written(text)).closed) << text;
  }
}

}  // namespace
}  // namespace pgplumb::sql::tests
