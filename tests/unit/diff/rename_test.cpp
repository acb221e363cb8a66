#include "diff/rename.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "diff/plan.hpp"
#include "tests/unit/diff/model.hpp"

namespace pgplumb::diff {
namespace {

using testing::closed;
using testing::column_id;
using testing::constraint_id;
using testing::Model;
using testing::table_id;

Model sample() {
  return Model()
      .table("t", {{"a", "int4!"}, {"b", "int4"}})
      .primary_key("t", "a")
      .index("t_b", "t", "b")
      .comment(column_id("t", "b"), "b")
      .table("u", {{"t", "int4"}})
      .foreign_key("u", "t", "t", "a")
      .view("v", closed("SELECT b FROM t", {column_id("t", "b")}), {"b"});
}

TEST(Rename, OfATableReachesPartsAndReferences) {
  const Catalog after = renamed(sample(), {{table_id("t"), table_id("s")}}, {});
  EXPECT_FALSE(after.contains(table_id("t")));
  EXPECT_TRUE(after.contains(column_id("s", "a")));
  EXPECT_TRUE(after.contains(constraint_id("s", "t_pkey")));
  EXPECT_TRUE(after.contains(about(ObjectKind::comment, column_id("s", "b"))));
  EXPECT_EQ(shown(after.get<Index>(testing::index_id("t_b"))->relation), "public.s");
  EXPECT_EQ(shown(after.get<Constraint>(constraint_id("u", "u_t_fkey"))->foreign_relation),
            "public.s");
}

TEST(Rename, OfAColumnReachesKeysAndIndexes) {
  const Catalog after = renamed(sample(), {{column_id("t", "b"), column_id("t", "c")}}, {});
  EXPECT_FALSE(after.contains(column_id("t", "b")));
  EXPECT_TRUE(after.contains(about(ObjectKind::comment, column_id("t", "c"))));
  EXPECT_EQ(after.get<Index>(testing::index_id("t_b"))->elements[0].attribute.text(), "c");
}

TEST(Rename, LeavesExpressionsOpenWithoutAWayToRewriteThem) {
  const Catalog after = renamed(sample(), {{column_id("t", "b"), column_id("t", "c")}}, {});
  const Expression& query = after.get<View>(testing::view_id("v"))->query;
  EXPECT_FALSE(query.closed);
  EXPECT_EQ(query.references, std::vector{column_id("t", "c")});
}

TEST(Rename, OfANamespaceMovesWhatIsInIt) {
  Model state;
  const ObjectId space = object_id(ObjectKind::namespace_, Identifier("a"));
  state.put(space, Namespace{});
  state.put(object_id(ObjectKind::sequence, qualified("a", "s")), Sequence{});
  const Catalog after =
      renamed(state, {{space, object_id(ObjectKind::namespace_, Identifier("b"))}}, {});
  EXPECT_TRUE(after.contains(object_id(ObjectKind::sequence, qualified("b", "s"))));
  EXPECT_FALSE(after.contains(space));
}

TEST(Rename, TakesAlongWhatTheServerNamed) {
  const auto state = [](const std::string& table, const std::string& column) {
    Model model = Model().table(table, {}).add_column(table, column, "int4!", 1);
    model.primary_key(table, column).index(table + "_" + column + "_idx", table, column);
    Sequence sequence;
    sequence.owner_relation = qualified("public", table);
    sequence.owner_attribute = Identifier(column);
    const std::string name = table + "_" + column + "_seq";
    return model.put(object_id(ObjectKind::sequence, qualified("public", name)), sequence);
  };
  PlanOptions options;
  options.compare.renames = {{table_id("t"), table_id("s")},
                             {column_id("t", "a"), column_id("s", "b")}};
  const auto result = plan(state("t", "a"), state("s", "b"), options);
  ASSERT_TRUE(result) << result.error().message;
  std::string text;
  for (const auto& statement : result->segments.at(0).statements) text += statement.sql + ";\n";
  EXPECT_EQ(text,
            "ALTER SEQUENCE public.t_a_seq RENAME TO s_b_seq;\n"
            "ALTER TABLE public.t RENAME TO s;\n"
            "ALTER TABLE public.s RENAME COLUMN a TO b;\n"
            "ALTER TABLE public.s RENAME CONSTRAINT t_pkey TO s_pkey;\n"
            "ALTER INDEX public.t_a_idx RENAME TO s_b_idx;\n");
}

TEST(Rename, TakesNothingAlongThatDiffersOtherwise) {
  Model current = Model().table("t", {{"a", "int4"}, {"b", "int4"}}).index("t_i", "t", "a");
  Model desired = Model().table("s", {{"a", "int4"}, {"b", "int4"}}).index("s_i", "s", "b");
  CompareOptions options;
  options.renames = {{table_id("t"), table_id("s")}};
  const Comparison result = compare(current, desired, options);
  ASSERT_EQ(result.changes.size(), 3U);
  EXPECT_EQ(result.changes[1].verb, Verb::create);
  EXPECT_EQ(result.changes[2].verb, Verb::drop);
}

TEST(Rename, OfAnInheritedColumnIsTheParents) {
  const auto state = [](const char* column) {
    Model model = Model().table("p", {}).add_column("p", column, "int4", 1).table("c", {});
    Relation child;
    child.inherits = {qualified("public", "p")};
    Attribute inherited;
    inherited.type = builtin_type("int4");
    inherited.local = false;
    inherited.inherited_from = 1;
    return model.put(table_id("c"), child).put(column_id("c", column), inherited);
  };
  PlanOptions options;
  options.compare.renames = {{column_id("p", "a"), column_id("p", "b")}};
  const auto result = plan(state("a"), state("b"), options);
  ASSERT_TRUE(result) << result.error().message;
  ASSERT_EQ(result->segments.at(0).statements.size(), 1U);
  EXPECT_EQ(result->segments[0].statements[0].sql, "ALTER TABLE public.p RENAME COLUMN a TO b");
}

struct BadHint {
  RenameHint hint;
  const char* reason;
};

TEST(Rename, HintsThatCanNotApplyAreReported) {
  const Model desired = Model().table("s", {{"a", "int4"}}).table("u", {});
  const BadHint cases[] = {
      {{table_id("nope"), table_id("s")}, "does not exist"},
      {{table_id("t"), table_id("nope")}, "is not in the desired state"},
      {{table_id("t"), column_id("s", "a")}, "different kinds"},
  };
  for (const BadHint& bad : cases) {
    const Diagnostics problems = unusable_renames(sample(), desired, {bad.hint});
    ASSERT_EQ(problems.count(DiagnosticCode::plan_impossible), 1U) << bad.reason;
    EXPECT_NE(problems.all()[0].message.find(bad.reason), std::string::npos)
        << problems.all()[0].message;
  }
}

TEST(Rename, TwoObjectsCanNotHaveOneName) {
  const Model desired = Model().table("s", {{"a", "int4"}});
  const Diagnostics problems = unusable_renames(
      sample(), desired, {{table_id("t"), table_id("s")}, {table_id("u"), table_id("s")}});
  EXPECT_EQ(problems.count(DiagnosticCode::plan_impossible), 2U);
}

TEST(Rename, WhatHasTheNewNameGoes) {
  const Model current = Model().table("t", {{"a", "int4"}}).table("u", {{"b", "int4"}});
  const Model desired = Model().table("u", {{"a", "int4"}});
  PlanOptions options;
  options.compare.renames = {{table_id("t"), table_id("u")}};
  const auto result = plan(current, desired, options);
  ASSERT_TRUE(result) << result.error().message;
  ASSERT_EQ(result->segments.size(), 1U);
  const auto& statements = result->segments[0].statements;
  ASSERT_EQ(statements.size(), 2U);
  EXPECT_EQ(statements[0].sql, "DROP TABLE public.u");
  EXPECT_EQ(statements[1].sql, "ALTER TABLE public.t RENAME TO u");
  EXPECT_EQ(result->comparison.changes.front().verb, Verb::rename);
  EXPECT_TRUE(std::ranges::any_of(result->comparison.changes, [](const Change& change) {
    return change.verb == Verb::drop && change.id == table_id("u");
  }));
}

TEST(Rename, ComesFirstAndPartsAfterTheirHolder) {
  const Model current = Model().table("t", {{"a", "int4"}});
  const Model desired = Model().table("s", {{"b", "int8"}});
  PlanOptions options;
  options.compare.renames = {{column_id("t", "a"), column_id("s", "b")},
                             {table_id("t"), table_id("s")}};
  const auto result = plan(current, desired, options);
  ASSERT_TRUE(result) << result.error().message;
  ASSERT_EQ(result->segments.size(), 1U);
  const auto& statements = result->segments[0].statements;
  ASSERT_EQ(statements.size(), 3U);
  EXPECT_EQ(statements[0].sql, "ALTER TABLE public.t RENAME TO s");
  EXPECT_EQ(statements[1].sql, "ALTER TABLE public.s RENAME COLUMN a TO b");
  EXPECT_EQ(statements[2].sql, "ALTER TABLE public.s ALTER COLUMN b TYPE bigint");
}

TEST(Rename, OfATableAndItsColumnMayBeSaidUnderEitherName) {
  const Model current = Model().table("t", {{"a", "int4"}});
  const RenameHint table{table_id("t"), table_id("s")};
  const RenameHint wanted{column_id("t", "a"), column_id("s", "b")};
  const RenameHint under_new{column_id("s", "a"), column_id("s", "b")};
  const RenameHint under_old{column_id("t", "a"), column_id("t", "b")};
  for (const RenameHint& said : {wanted, under_new, under_old}) {
    const auto settled = settled_renames(current, {said, table});
    ASSERT_EQ(settled.size(), 2U);
    EXPECT_EQ(settled[0].before, wanted.before) << shown(said.before);
    EXPECT_EQ(settled[0].after, wanted.after) << shown(said.after);
    EXPECT_EQ(settled[1].after, table.after);
  }
}

}  // namespace
}  // namespace pgplumb::diff
