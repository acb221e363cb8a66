#include "sql/types.hpp"

#include <gtest/gtest.h>

#include "sql/parse.hpp"
#include "sql/tree.hpp"

namespace pgplumb::sql {
namespace {

Catalog example() {
  Catalog catalog = empty_database();
  catalog.put(object_id(ObjectKind::enum_type, qualified("public", "mood")), EnumType{{"a"}});
  catalog.put(object_id(ObjectKind::domain, qualified("app", "email")),
              Domain{builtin_type("text"), false, {}, {}});
  catalog.put(object_id(ObjectKind::enum_type, qualified("app", "mood")), EnumType{{"b"}});
  const ObjectId relation = object_id(ObjectKind::relation, qualified("app", "orders"));
  catalog.put(relation, Relation{});
  Attribute total;
  total.position = 1;
  total.type = builtin_type("numeric", "10,2");
  catalog.put(part_of(relation, ObjectKind::attribute, Identifier("total")), total);
  catalog.extension_contents["citext"] = {
      {ExtensionMember::Kind::type, qualified("public", "citext"), {}, {}, {}, false}};
  return catalog;
}

std::string shown_type(const TypeRef& type) {
  std::string text = shown(type.name);
  if (!type.modifiers.empty()) text += "(" + type.modifiers + ")";
  return type.array ? text + "[]" : text;
}

struct Case {
  std::string text;
  std::string type;
};

class ParseType : public testing::TestWithParam<Case> {};

TEST_P(ParseType, Resolves) {
  EXPECT_EQ(shown_type(parse_type(GetParam().text, example(), {"app", "public"})), GetParam().type)
      << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Builtin, ParseType,
    testing::Values(
        Case{"int", "pg_catalog.int4"}, Case{"INTEGER", "pg_catalog.int4"},
        Case{"smallint", "pg_catalog.int2"}, Case{"bigint", "pg_catalog.int8"},
        Case{"int8", "pg_catalog.int8"}, Case{"real", "pg_catalog.float4"},
        Case{"float", "pg_catalog.float8"}, Case{"float(24)", "pg_catalog.float4"},
        Case{"float(25)", "pg_catalog.float8"}, Case{"double precision", "pg_catalog.float8"},
        Case{"boolean", "pg_catalog.bool"}, Case{"text", "pg_catalog.text"},
        Case{"pg_catalog.text", "pg_catalog.text"}, Case{"decimal", "pg_catalog.numeric"},
        Case{"dec(5)", "pg_catalog.numeric(5,0)"},
        Case{"numeric(10,2)", "pg_catalog.numeric(10,2)"},
        Case{"numeric(3, -2)", "pg_catalog.numeric(3,-2)"}, Case{"numeric", "pg_catalog.numeric"},
        Case{"varchar", "pg_catalog.varchar"}, Case{"varchar(40)", "pg_catalog.varchar(40)"},
        Case{"character varying(40)", "pg_catalog.varchar(40)"},
        Case{"national character varying(4)", "pg_catalog.varchar(4)"},
        Case{"char", "pg_catalog.bpchar(1)"}, Case{"character(5)", "pg_catalog.bpchar(5)"},
        Case{"nchar(5)", "pg_catalog.bpchar(5)"}, Case{"bpchar", "pg_catalog.bpchar"},
        Case{"\"char\"", "pg_catalog.char"}, Case{"name", "pg_catalog.name"},
        Case{"bit", "pg_catalog.bit(1)"}, Case{"bit(8)", "pg_catalog.bit(8)"},
        Case{"\"bit\"", "pg_catalog.bit"}, Case{"bit varying", "pg_catalog.varbit"},
        Case{"bit varying(8)", "pg_catalog.varbit(8)"}, Case{"json", "pg_catalog.json"},
        Case{"jsonb", "pg_catalog.jsonb"}, Case{"timestamp", "pg_catalog.timestamp"},
        Case{"timestamp(3)", "pg_catalog.timestamp(3)"},
        Case{"timestamp(9)", "pg_catalog.timestamp(6)"},
        Case{"timestamp with time zone", "pg_catalog.timestamptz"},
        Case{"timestamp(0) with time zone", "pg_catalog.timestamptz(0)"},
        Case{"timestamptz(3)", "pg_catalog.timestamptz(3)"}, Case{"time", "pg_catalog.time"},
        Case{"time(3) with time zone", "pg_catalog.timetz(3)"},
        Case{"interval", "pg_catalog.interval"}, Case{"interval(3)", "pg_catalog.interval(3)"},
        Case{"interval year to month", "pg_catalog.interval(year to month)"},
        Case{"interval day to second(3)", "pg_catalog.interval(day to second(3))"},
        Case{"interval second(9)", "pg_catalog.interval(second(6))"},
        Case{"interval hour to minute", "pg_catalog.interval(hour to minute)"},
        Case{"int[]", "pg_catalog.int4[]"}, Case{"int array[3]", "pg_catalog.int4[]"},
        Case{"int array", "pg_catalog.int4[]"}, Case{"int[3][4]", "pg_catalog.int4[]"},
        Case{"_int4", "pg_catalog.int4[]"}, Case{"pg_catalog._text", "pg_catalog.text[]"},
        Case{"varchar(4)[]", "pg_catalog.varchar(4)[]"}, Case{"trigger", "pg_catalog.trigger"},
        Case{"void", "pg_catalog.void"}, Case{"pg_catalog.pg_class", "pg_catalog.pg_class"},
        Case{"character varying", "pg_catalog.varchar"}));

INSTANTIATE_TEST_SUITE_P(
    OfTheModel, ParseType,
    testing::Values(Case{"mood", "app.mood"}, Case{"public.mood", "public.mood"},
                    Case{"db.public.mood", "public.mood"}, Case{"mood[]", "app.mood[]"},
                    Case{"_mood", "app.mood[]"}, Case{"public._mood", "public.mood[]"},
                    Case{"email", "app.email"}, Case{"orders", "app.orders"},
                    Case{"citext", "public.citext"}, Case{"citext[]", "public.citext[]"},
                    Case{"app.citext", "citext"}, Case{"nix", "nix"}, Case{"public.nix", "nix"},
                    Case{"Mood", "app.mood"}, Case{"\"Mood\"", "Mood"}, Case{"serial", "serial"},
                    Case{"geometry(Point,4326)", "geometry(point,4326)"},
                    Case{"vector(3)", "vector(3)"}, Case{"thing('A b')", "thing('A b')"},
                    Case{"", ""}, Case{"1", ""}, Case{"int; x", ""}, Case{"a b c", ""}));

TEST(ResolveType, FollowsColumns) {
  const Catalog catalog = example();
  const std::pair<std::string, std::string> cases[] = {
      {"orders.total%TYPE", "pg_catalog.numeric(10,2)"},
      {"app.orders.total%type", "pg_catalog.numeric(10,2)"},
      {"orders.nix%type", "orders.nix%TYPE"},
      {"nix.total%type", "nix.total%TYPE"}};
  for (const auto& example_case : cases) {
    const std::string& text = example_case.first;
    const std::string& expected = example_case.second;
    Diagnostics diagnostics;
    const auto source = std::make_shared<const SourceText>(
        "f", "create function f(" + text + ") returns int language sql as ''");
    for_each_statement(source, diagnostics, [&](const Statement& statement) {
      const auto* create = PGPLUMB_NODE_AS(statement.node, CreateFunctionStmt);
      ASSERT_NE(create, nullptr);
      const auto* parameter = items<FunctionParameter>(create->parameters)[0];
      EXPECT_EQ(shown_type(resolve_type(*parameter->argType, catalog, {"app"})), expected);
    });
    EXPECT_TRUE(diagnostics.empty()) << text;
  }
}

TEST(ParseType, KeepsANamespaceWhileAnExtensionMayHoldTheType) {
  Catalog catalog = example();
  catalog.put(object_id(ObjectKind::extension, Identifier("postgis")), Extension{});
  EXPECT_EQ(shown_type(parse_type("gis.geometry", catalog, {"public"})), "gis.geometry");
  EXPECT_EQ(shown_type(parse_type("geometry", catalog, {"public"})), "geometry");
  catalog.extension_contents["postgis"] = {};
  EXPECT_EQ(shown_type(parse_type("gis.geometry", catalog, {"public"})), "geometry");
}

TEST(ParseType, ReadsWhatFormatTypePrints) {
  for (const char* text : {"int", "varchar(40)", "char", "\"char\"", "bpchar", "\"bit\"", "bit(3)",
                           "interval day to second(3)", "interval(2)", "timestamp(3)[]",
                           "numeric(4)", "app.mood", "\"Odd name\".\"T\""}) {
    const TypeRef type = parse_type(text, example(), {});
    EXPECT_EQ(parse_type(format_type(type), example(), {}), type) << text;
  }
}

TEST(BuiltinTypes, AreThoseOfTheCatalog) {
  for (const char* name : {"int4", "text", "tsvector", "record", "any", "bpchar", "char", "xid8"}) {
    EXPECT_TRUE(is_builtin_type(name)) << name;
  }
  for (const char* name : {"int", "integer", "_int4", "pg_class", "citext", "", "INT4"}) {
    EXPECT_FALSE(is_builtin_type(name)) << name;
  }
}

}  // namespace
}  // namespace pgplumb::sql
