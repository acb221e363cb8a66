// Names of what extensions have brought, in a text, after ALTER EXTENSION … SET SCHEMA.
#include "sql/renaming/moved_members.hpp"

#include <gtest/gtest.h>

#include <ostream>

#include "schema/catalog.hpp"

namespace pgplumb::sql::renaming {
namespace {

using Kind = ExtensionMember::Kind;

ExtensionMember member(Kind kind, const std::string& name) {
  ExtensionMember result;
  result.kind = kind;
  result.name = qualified("public", name);
  return result;
}

// Both have an operator =, and a table of the user's has a function of pairs' name.
Catalog with_two_extensions() {
  Catalog catalog = empty_database();
  catalog.extension_contents["pairs"] = {
      member(Kind::type, "pair"),         member(Kind::routine, "pair"),
      member(Kind::routine, "left"),      member(Kind::routine, "over"),
      member(Kind::operator_, "->"),      member(Kind::operator_, "="),
      member(Kind::relation, "pair_log"),
  };
  catalog.extension_contents["folded"] = {member(Kind::type, "Folded"),
                                          member(Kind::operator_, "=")};
  ObjectId routine = object_id(ObjectKind::routine, qualified("public", "over"));
  routine.member = "integer";
  catalog.put(routine, Routine{});
  return catalog;
}

struct Case {
  FragmentKind kind;
  std::string before;
  std::string after;
  bool sure = true;
};

void PrintTo(const Case& value, std::ostream* out) { *out << value.before; }

class MovedMembers : public testing::TestWithParam<Case> {};

TEST_P(MovedMembers, StandInTheOtherNamespace) {
  const ExtensionMove move{{"pairs"}, Identifier("public"), Identifier("Ext")};
  const MovedText moved =
      with_moved_members(GetParam().before, GetParam().kind, move, with_two_extensions());
  EXPECT_EQ(moved.sure, GetParam().sure);
  EXPECT_EQ(moved.text, GetParam().after);
}

constexpr auto kExpression = FragmentKind::expression;
constexpr auto kQuery = FragmentKind::query;

INSTANTIATE_TEST_SUITE_P(
    Names, MovedMembers,
    testing::Values(
        Case{kExpression, "(h OPERATOR(public.->) 'a'::text)",
             "(h OPERATOR(\"Ext\".->) 'a'::text)"},
        Case{kExpression, "'a'::public.pair", "'a'::\"Ext\".pair"},
        Case{kExpression, "('{}'::public.pair[])[1]", "('{}'::\"Ext\".pair[])[1]"},
        Case{kExpression, "public.pair('public.pair'::text)", "\"Ext\".pair('public.pair'::text)"},
        Case{kExpression, "public.left(public.own(public.left(a)))",
             "\"Ext\".left(public.own(\"Ext\".left(a)))"},
        Case{kExpression, "(h OPERATOR(public.->) ANY (ARRAY['a'::text]))",
             "(h OPERATOR(\"Ext\".->) ANY (ARRAY['a'::text]))"},
        Case{kExpression, "(h OPERATOR(public.->) ANY ( SELECT t.a FROM public.t))",
             "(h OPERATOR(\"Ext\".->) ANY ( SELECT t.a FROM public.t))"},
        Case{kQuery, "SELECT pair_log.a FROM public.pair_log ORDER BY a USING OPERATOR(public.->)",
             "SELECT pair_log.a FROM \"Ext\".pair_log ORDER BY a USING OPERATOR(\"Ext\".->)"},
        Case{kQuery, "SELECT f.x FROM ( SELECT public.left(t.a) AS x FROM public.t) f(x)",
             "SELECT f.x FROM ( SELECT \"Ext\".left(t.a) AS x FROM public.t) f(x)"},
        Case{kQuery, "SELECT x.pair FROM public.pairs x", "SELECT x.pair FROM public.pairs x"},
        Case{kExpression, "'a'::public.\"Folded\"", "'a'::public.\"Folded\""}));

INSTANTIATE_TEST_SUITE_P(
    NamesOfSeveral, MovedMembers,
    testing::Values(Case{kExpression, "(a OPERATOR(public.=) b)", "(a OPERATOR(public.=) b)",
                         false},
                    Case{kExpression, "public.over(1)", "public.over(1)", false},
                    Case{kExpression, "'public.left(int)'::regprocedure",
                         "'public.left(int)'::regprocedure", false},
                    Case{kExpression, "'pg_catalog.left'::regproc", "'pg_catalog.left'::regproc"}));

TEST(MovedTogether, OperatorsOfOneNameAreCertain) {
  const ExtensionMove move{{"folded", "pairs"}, Identifier("public"), Identifier("ext")};
  const MovedText moved = with_moved_members("(a OPERATOR(public.=) 'b'::public.\"Folded\")",
                                             kExpression, move, with_two_extensions());
  EXPECT_TRUE(moved.sure);
  EXPECT_EQ(moved.text, "(a OPERATOR(ext.=) 'b'::ext.\"Folded\")");
}

}  // namespace
}  // namespace pgplumb::sql::renaming
