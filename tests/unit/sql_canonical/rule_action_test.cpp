// Statements of rules: as written, and as PostgreSQL printed them.
#include <gtest/gtest.h>

#include "sql/canonical.hpp"
#include "tests/unit/sql_canonical/recorded.hpp"

namespace pgplumb::sql::tests {
namespace {

Expression canonical_action(Expression action) {
  canonicalize(action, {ExpressionRole::rule_action, qualified("shop", "item"), {}}, shop());
  return action;
}

struct Case {
  const char* written;
  const char* printed;
};

constexpr Case kAnalysed[] = {
    {"insert into member values (new.id, new.qty, 'x')",
     "INSERT INTO shop.member (id, item_id, name)\n  VALUES (new.id, new.qty, 'x'::text)"},
    {"insert into shop.member (name, id) values (new.title, 1 + new.id)",
     "INSERT INTO shop.member (name, id)\n  VALUES (new.title, (1 + new.id))"},
    {"update member set name = upper(old.title), role = 'none' where item_id = old.id",
     "UPDATE shop.member SET name = upper(old.title), role = 'none'::character varying\n  WHERE "
     "(member.item_id = old.id)"},
    {"update member m set item_id = null where m.id in (select p.id from part p where p.name = "
     "new.title)",
     "UPDATE shop.member m SET item_id = NULL::integer\n  WHERE (m.id IN ( SELECT p.id\n           "
     "FROM shop.part p\n          WHERE (p.name = new.title)))"},
    {"delete from member where item_id = old.id and role like 'a%'",
     "DELETE FROM shop.member\n  WHERE ((member.item_id = old.id) AND ((member.role)::text ~~ "
     "'a%'::text))"},
    {"delete from member as m where exists (select from member where id = m.id)",
     "DELETE FROM shop.member m\n  WHERE (EXISTS ( SELECT\n           FROM shop.member\n          "
     "WHERE (member.id = m.id)))"},
    {"select id, name from member where item_id = new.id order by 2",
     "SELECT member.id,\n    member.name\n   FROM shop.member\n  WHERE (member.item_id = new.id)\n "
     " "
     "ORDER BY member.name"},
    {"notify arrived, 'x'", "NOTIFY arrived, 'x'"},
    {"insert into member (id, role) values (new.id, 'x'), (default, new.code)",
     "INSERT INTO shop.member (id, role) VALUES (new.id,'x'::character varying), "
     "(DEFAULT,new.code)"},
    {"insert into member (id) values (new.id) on conflict do nothing",
     "INSERT INTO shop.member (id)\n  VALUES (new.id) ON CONFLICT DO NOTHING"},
    {"insert into member (id, name) values (new.id, 'k') on conflict (id) do update set role = "
     "'q', "
     "item_id = excluded.item_id + member.id where member.id > 1",
     "INSERT INTO shop.member (id, name)\n  VALUES (new.id, 'k'::text) ON CONFLICT(id) DO UPDATE "
     "SET role = 'q'::character varying, item_id = (excluded.item_id + member.id)\n  WHERE "
     "(member.id > 1)"},
    {"insert into member as m (id) overriding system value values (1) on conflict on constraint "
     "member_pkey do update set name = m.name",
     "INSERT INTO shop.member AS m (id) OVERRIDING SYSTEM VALUE\n  VALUES (1) ON CONFLICT ON "
     "CONSTRAINT member_pkey DO UPDATE SET name = m.name"},
    {"update member set (id, name) = (new.id, default), role = 'x'",
     "UPDATE shop.member SET id = new.id, name = DEFAULT, role = 'x'::character varying"},
    {"update member set name = p.name from part p where p.id = new.id and item_id = p.id",
     "UPDATE shop.member SET name = p.name\n   FROM shop.part p\n  WHERE ((p.id = new.id) AND "
     "(member.item_id = p.id))"},
    {"delete from member using part where part.id = item_id and old.id = 1",
     "DELETE FROM shop.member\n   USING shop.part\n  WHERE ((part.id = member.item_id) AND (old.id "
     "= 1))"},
};

TEST(RuleAction, WrittenAndPrintedAreEqual) {
  for (const Case& c : kAnalysed) {
    const Expression a = canonical_action(written(c.written));
    const Expression b = canonical_action(printed(c.printed));
    EXPECT_EQ(a.canonical, b.canonical) << c.written;
    EXPECT_TRUE(a.closed) << c.written;
    EXPECT_TRUE(b.closed) << c.printed;
    EXPECT_EQ(a.references, b.references) << c.written;
  }
}

TEST(RuleAction, DifferentOnesDiffer) {
  for (const Case& one : kAnalysed) {
    for (const Case& other : kAnalysed) {
      if (&one == &other) continue;
      EXPECT_NE(canonical_action(printed(one.printed)).canonical,
                canonical_action(printed(other.printed)).canonical);
    }
  }
}

TEST(RuleAction, WhatIsNotAnalysedStaysOpen) {
  const char* const open[] = {
      "insert into member select id, qty from item",
      "insert into member values (new.id) on conflict (lower(name)) do nothing",
      "with x as (select 1) delete from member using x",
      "update member set (id, name) = (select 1, 'x')",
      "update member set (id, name) = row(new.*)",
      "insert into nowhere values (1)",
      "update member set none = 1",
      "delete from member returning *",
  };
  for (const char* const text : open) {
    EXPECT_FALSE(canonical_action(written(text)).closed) << text;
  }
}

// The same words, once the user's own function and once the server's.
TEST(RuleAction, ABareNameOfTheUsersIsNotTheServers) {
  const char* const text = "insert into member select double_it(id) from item";
  EXPECT_EQ(compare_value(canonical_action(written(text)), canonical_action(printed(text))),
            Verdict::unknown);
}

}  // namespace
}  // namespace pgplumb::sql::tests
