#include "diff/plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/diff/model.hpp"

namespace pgplumb::diff {
namespace {

using testing::closed;
using testing::column_id;
using testing::Model;
using testing::open;
using testing::table_id;
using testing::view_id;

// The statements, one per line; the problem where there is no plan.
std::string planned(const Catalog& current, const Catalog& desired,
                    const PlanOptions& options = {}) {
  const auto result = plan(current, desired, options);
  if (!result) return std::string(name_of(result.error().code)) + ": " + result.error().message;
  std::string text;
  for (const Segment& segment : result->segments) {
    for (const PlannedStatement& statement : segment.statements) text += statement.sql + ";\n";
  }
  return text;
}

bool has(const Plan& plan, Hazard hazard) {
  const auto all = plan.hazards();
  return std::any_of(all.begin(), all.end(), [&](const HazardOn& h) { return h.hazard == hazard; });
}

TEST(Plan, OfEqualStatesIsEmpty) {
  const Model state = Model().table("t", {{"a", "int4"}}).primary_key("t", "a");
  const auto result = plan(state, state);
  ASSERT_TRUE(result);
  EXPECT_TRUE(result->empty());
  EXPECT_EQ(render_sql(*result), "");
}

TEST(Plan, NamesNoColumnsByTheirPlaceWhereTheyComeInAnotherOrder) {
  Expression query = closed("SELECT x.second FROM public.t x(first, second)");
  query.canonical = "SELECT x.b FROM public.t x";
  query.references = {table_id("t")};
  const Model desired =
      Model().table("t", {{"a", "int4"}, {"b", "int4"}}).view("v", query, {"second"});
  const std::string added_behind = planned(Model().table("t", {{"b", "int4"}}), desired);
  EXPECT_NE(added_behind.find("\nSELECT x.b FROM public.t x;"), std::string::npos) << added_behind;
  const std::string in_order = planned(Model().table("t", {{"a", "int4"}}), desired);
  EXPECT_NE(in_order.find("\nSELECT x.second FROM public.t x(first, second);"), std::string::npos)
      << in_order;
}

TEST(Plan, NeverWritesASecret) {
  const ObjectId server = object_id(ObjectKind::foreign_server, Identifier("s"));
  const ObjectId id = part_of(server, ObjectKind::user_mapping, Identifier("bob"));
  ForeignServer far;
  far.wrapper = Identifier("w");
  const auto with = [&](const char* password) {
    UserMapping mapping;
    mapping.options.known = {foreign_option("password", password)};
    return Model().put(server, far).put(id, mapping);
  };
  const Model without = Model().put(server, far);
  EXPECT_EQ(planned(without, with("hidden")),
            "CREATE USER MAPPING FOR bob SERVER s OPTIONS (password '****');\n");
  EXPECT_EQ(planned(with("old"), with("hidden")),
            "ALTER USER MAPPING FOR bob SERVER s OPTIONS (SET password '****');\n");
  EXPECT_TRUE(has(*plan(without, with("hidden")), Hazard::needs_secret));
  EXPECT_FALSE(refusals(*plan(without, with("hidden")), {}).empty());
  EXPECT_FALSE(has(*plan(with("hidden"), without), Hazard::needs_secret));
}

TEST(Plan, SetsAndTakesAwaySecurityLabels) {
  const ObjectId id = label_on(table_id("t"), "lab");
  const ObjectId column = label_on(column_id("t", "a"), "lab");
  const Model none = Model().table("t", {{"a", "int4"}});
  const Model some = Model()
                         .table("t", {{"a", "int4"}})
                         .put(id, SecurityLabel{"it's"})
                         .put(column, SecurityLabel{"b"});
  EXPECT_EQ(planned(none, some),
            "SECURITY LABEL FOR lab ON TABLE public.t IS 'it''s';\n"
            "SECURITY LABEL FOR lab ON COLUMN public.t.a IS 'b';\n");
  EXPECT_EQ(planned(some, none),
            "SECURITY LABEL FOR lab ON TABLE public.t IS NULL;\n"
            "SECURITY LABEL FOR lab ON COLUMN public.t.a IS NULL;\n");
  EXPECT_EQ(planned(some, Model()), "DROP TABLE public.t;\n");
}

TEST(Plan, FoldsANewTableIntoOneStatement) {
  const Model desired = Model()
                            .table("t", {{"z", "int4!"}, {"a", "text"}})
                            .with_default("t", "z", closed("1"))
                            .primary_key("t", "z")
                            .comment(table_id("t"), "it's");
  EXPECT_EQ(planned(Model(), desired),
            "CREATE TABLE public.t (\n"
            "    z integer DEFAULT 1 NOT NULL,\n"
            "    a text,\n"
            "    CONSTRAINT t_pkey PRIMARY KEY (z)\n"
            ");\n"
            "COMMENT ON TABLE public.t IS 'it''s';\n");
}

TEST(Plan, WithoutFoldingSaysTheSameInMoreStatements) {
  const Model desired = Model().table("t", {{"z", "int4!"}}).with_default("t", "z", closed("1"));
  PlanOptions options;
  options.fold = false;
  EXPECT_EQ(planned(Model(), desired, options),
            "CREATE TABLE public.t ();\n"
            "ALTER TABLE public.t ADD COLUMN z integer NOT NULL;\n"
            "ALTER TABLE public.t ALTER COLUMN z SET DEFAULT 1;\n");
}

TEST(Plan, TablesThatReferToEachOther) {
  const Model both = Model()
                         .table("a", {{"id", "int4!"}, {"b", "int4"}})
                         .primary_key("a", "id")
                         .foreign_key("a", "b", "b", "id")
                         .table("b", {{"id", "int4!"}, {"a", "int4"}})
                         .primary_key("b", "id")
                         .foreign_key("b", "a", "a", "id");
  const std::string made = planned(Model(), both);
  EXPECT_EQ(std::count(made.begin(), made.end(), ';'), 4) << made;
  EXPECT_NE(made.find("ALTER TABLE public.b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES "
                      "public.a (id);"),
            std::string::npos)
      << made;
  const std::string gone = planned(both, Model());
  EXPECT_NE(gone.find("DROP CONSTRAINT a_b_fkey"), std::string::npos) << gone;
  EXPECT_NE(gone.find("DROP TABLE public.a;\n"), std::string::npos) << gone;
}

TEST(Plan, DropsDependentsFirstAndVanishesParts) {
  const Model current = Model()
                            .table("a", {{"id", "int4"}})
                            .index("a_id", "a", "id")
                            .view("v", closed("SELECT id FROM a", {column_id("a", "id")}), {"id"})
                            .comment(view_id("v"), "x");
  EXPECT_EQ(planned(current, Model()), "DROP VIEW public.v;\nDROP TABLE public.a;\n");
}

Model with_views(const char* type) {
  return Model()
      .table("t", {{"a", type}})
      .view("v", closed("SELECT a FROM t", {column_id("t", "a")}), {"a"})
      .view("w", closed("SELECT a FROM v", {view_id("v")}), {"a"})
      .comment(view_id("w"), "on v");
}

TEST(Plan, TypeChangesDropAndRemakeWhatIsInTheWay) {
  const auto result = plan(with_views("int4"), with_views("int8"));
  ASSERT_TRUE(result);
  EXPECT_EQ(planned(with_views("int4"), with_views("int8")),
            "DROP VIEW public.w;\n"
            "DROP VIEW public.v;\n"
            "ALTER TABLE public.t ALTER COLUMN a TYPE bigint;\n"
            "CREATE VIEW public.v (a) AS\nSELECT a FROM t;\n"
            "CREATE VIEW public.w (a) AS\nSELECT a FROM v;\n"
            "COMMENT ON VIEW public.w IS 'on v';\n");
  EXPECT_TRUE(has(*result, Hazard::recreates_view));
  EXPECT_TRUE(has(*result, Hazard::rewrites_table));
  EXPECT_FALSE(has(*result, Hazard::narrows_type));
}

TEST(Plan, OrdersWhatNobodyUnderstoodByTheNamesItMentions) {
  const auto state = [](const char* type) {
    return Model().table("t", {{"a", type}}).view("v", open("SELECT odd(A) FROM t"), {"a"});
  };
  EXPECT_EQ(planned(state("int4"), Model()), "DROP VIEW public.v;\nDROP TABLE public.t;\n");
  PlanOptions options;
  options.unknown_fields = UnknownFields::leave;
  EXPECT_EQ(planned(state("int4"), state("int8"), options),
            "DROP VIEW public.v;\n"
            "ALTER TABLE public.t ALTER COLUMN a TYPE bigint;\n"
            "CREATE VIEW public.v (a) AS\nSELECT odd(A) FROM t;\n");
}

TEST(Plan, GivesToWhoRunsItWhatThatRoleHeldAnyway) {
  Catalog current = Model().table("t", {{"a", "int4"}});
  current.default_owner = "app owner";
  current.put(about(ObjectKind::owner, table_id("t")), Owner{"someone"});
  current.put(privilege_on(table_id("t"), "app owner"), Privilege{"r", ""});
  EXPECT_EQ(planned(current, Model().table("t", {{"a", "int4"}})),
            "ALTER TABLE public.t OWNER TO CURRENT_USER;\n");
}

TEST(Plan, AnOwnerThatTheDesiredStateLeavesOpenIsWhoRunsThePlan) {
  const Model desired = Model().table("t", {{"a", "int4"}});
  Model current = desired;
  current.put(about(ObjectKind::owner, table_id("t")), Owner{"someone"});
  EXPECT_EQ(planned(current, desired), "ALTER TABLE public.t OWNER TO CURRENT_USER;\n");
  Catalog server = desired.catalog();
  server.default_owner = "app owner";
  EXPECT_EQ(planned(current, server), "ALTER TABLE public.t OWNER TO \"app owner\";\n");
}

TEST(Plan, NewEnumLabelsThatAreUsedAtOnceStandAlone) {
  const auto state = [](std::vector<std::string> labels, const char* value) {
    Model model;
    const ObjectId id = object_id(ObjectKind::enum_type, qualified("public", "e"));
    model.put(id, EnumType{std::move(labels)}).table("t", {{"a", "text"}});
    return model.with_default("t", "a", closed(value));
  };
  const auto used = plan(state({"x"}, "'x'"), state({"x", "y"}, "'y'"));
  ASSERT_TRUE(used);
  ASSERT_EQ(used->segments.size(), 2U);
  EXPECT_FALSE(used->segments[0].transactional);
  EXPECT_EQ(used->segments[0].statements[0].sql, "ALTER TYPE public.e ADD VALUE 'y'");
  const auto unused = plan(state({"x"}, "'x'"), state({"x", "y"}, "'x'"));
  ASSERT_TRUE(unused);
  ASSERT_EQ(unused->segments.size(), 1U);
  EXPECT_TRUE(unused->transactional());
}

TEST(Plan, RefusesToRemakeATable) {
  Model current;
  Model desired;
  Relation before;
  before.relation_kind = RelationKind::partitioned;
  before.partition_strategy = Identifier("range");
  Relation after = before;
  after.partition_strategy = Identifier("list");
  current.put(table_id("t"), before);
  desired.put(table_id("t"), after);
  const std::string text = planned(current, desired);
  EXPECT_EQ(text.substr(0, 32), "plan_impossible: table public.t:") << text;
}

TEST(Plan, ATypeThatColumnsHoldIsNotReplaced) {
  const auto state = [](const char* base) {
    Model model;
    const ObjectId id = object_id(ObjectKind::domain, qualified("public", "d"));
    Domain domain;
    domain.type = builtin_type(base);
    model.put(id, domain).table("t", {});
    Attribute attribute;
    attribute.type.name = qualified("public", "d");
    return model.put(column_id("t", "a"), attribute);
  };
  const auto result = plan(state("int4"), state("text"));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, DiagnosticCode::plan_impossible);
  EXPECT_NE(result.error().message.find("column public.t.a"), std::string::npos);
}

TEST(Plan, UnknownFieldsAreChangedOrLeft) {
  const Model current = Model().table("t", {{"a", "int4"}}).with_default("t", "a", open("f()"));
  const Model desired = Model().table("t", {{"a", "int4"}}).with_default("t", "a", closed("1"));
  PlanOptions options;
  EXPECT_EQ(planned(current, desired, options),
            "ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;\n");
  options.unknown_fields = UnknownFields::leave;
  EXPECT_EQ(planned(current, desired, options), "");
}

TEST(Plan, LeavesAloneWhatMayExist) {
  const Model desired = Model().table("t", {{"a", "int4"}});
  EXPECT_EQ(planned(Model().opaque(), desired), "");
  EXPECT_EQ(planned(desired, Model().opaque()), "");
}

TEST(Plan, NamesTakenByWhatGoesAreFreedFirst) {
  const Model current = Model().view("x", closed("SELECT 1"), {"a"});
  const Model desired = Model().table("x", {{"a", "int4"}});
  EXPECT_EQ(planned(current, desired),
            "DROP VIEW public.x;\nCREATE TABLE public.x (\n    a integer\n);\n");
}

TEST(Plan, AnExtensionGoesBehindItsUsersAndBeforeWhatTakesItsNames) {
  const ObjectId extension = object_id(ObjectKind::extension, Identifier("ext"));
  const auto relation_of_its_name = [&](Model state) {
    return state.put(table_id("held"), Relation{}).put(table_id("other"), Relation{});
  };
  Catalog current = Model()
                        .table("t", {{"a", "int4"}})
                        .with_default("t", "a", closed("public.made()"))
                        .put(extension, Extension{});
  ExtensionMember member;
  member.kind = ExtensionMember::Kind::relation;
  member.name = qualified("public", "held");
  current.extension_contents["ext"] = {member};
  const Catalog desired =
      relation_of_its_name(Model().table("t", {{"a", "int4"}}).with_default("t", "a", closed("1")));
  EXPECT_EQ(planned(current, desired),
            "CREATE TABLE public.other ();\n"
            "ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;\n"
            "DROP EXTENSION ext;\n"
            "CREATE TABLE public.held ();\n");
}

TEST(Plan, WhatCallsAFunctionOfAnExtensionLetsGoOfItForOneOfTheSameName) {
  const ObjectId extension = object_id(ObjectKind::extension, Identifier("ext"));
  ObjectId function = object_id(ObjectKind::routine, qualified("public", "made"));
  function.member = arguments_key(std::vector<TypeRef>());
  ExtensionMember member;
  member.kind = ExtensionMember::Kind::routine;
  member.name = qualified("public", "made");
  const auto with = [](const Expression& value) {
    return Model().table("t", {{"a", "int4"}}).with_default("t", "a", value);
  };
  Catalog theirs = with(closed("public.made()")).put(extension, Extension{});
  theirs.extension_contents["ext"] = {member};
  Routine routine;
  routine.result = builtin_type("int4");
  routine.language = Identifier("sql");
  routine.body = "select 1";
  const Catalog own = with(closed("public.made()", {function})).put(function, routine);
  EXPECT_EQ(planned(theirs, own),
            "ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;\n"
            "DROP EXTENSION ext;\n"
            "CREATE FUNCTION public.made()\n    RETURNS integer\n    LANGUAGE sql\n"
            "AS $$select 1$$;\n"
            "ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.made();\n");
  EXPECT_EQ(planned(own, theirs),
            "ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;\n"
            "DROP FUNCTION public.made();\n"
            "CREATE EXTENSION ext;\n"
            "ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.made();\n");
}

TEST(Plan, ReplicaIdentityAndFlagsOfAnIndexMadeAnew) {
  const auto state = [](const char* column) {
    Model model = Model().table("t", {{"a", "int4!"}, {"b", "int4!"}});
    Relation relation;
    relation.replica_identity = ReplicaIdentity::index;
    relation.replica_identity_index = qualified("public", "i");
    return model.put(table_id("t"), relation).index("i", "t", column);
  };
  EXPECT_EQ(planned(state("a"), state("b")),
            "DROP INDEX public.i;\n"
            "CREATE INDEX i ON public.t (b);\n"
            "ALTER TABLE public.t REPLICA IDENTITY USING INDEX i;\n");
}

TEST(Plan, WhatAChildKeepsGoesFromItsParentAlone) {
  const auto state = [](const char* column, const char* check, bool inherited) {
    Relation child;
    child.inherits = {qualified("public", "par")};
    Model model;
    model.table("par", {{"id", "int4"}}).put(table_id("keeps"), child);
    model.put(table_id("loses"), child);
    const auto put = [&](const std::string& table, bool local) {
      Attribute attribute;
      attribute.type = builtin_type("text");
      attribute.position = 2;
      attribute.local = local;
      attribute.inherited_from = local ? 0 : 1;
      model.put(column_id(table, column), attribute);
      Constraint constraint;
      constraint.type = ConstraintType::check;
      constraint.check = closed("id > 0");
      constraint.local = local;
      constraint.inherited_from = local ? 0 : 1;
      model.put(testing::constraint_id(table, check), constraint);
    };
    if (inherited) put("par", true);
    put("keeps", !inherited);
    if (inherited) put("loses", false);
    return model;
  };
  EXPECT_EQ(planned(state("m", "k", true), state("m", "k", false)),
            "ALTER TABLE ONLY public.par DROP CONSTRAINT k;\n"
            "ALTER TABLE public.loses DROP CONSTRAINT k;\n"
            "ALTER TABLE ONLY public.par DROP COLUMN m;\n"
            "ALTER TABLE public.loses DROP COLUMN m;\n");
}

TEST(Plan, HazardsStandAboveTheirStatements) {
  const auto result = plan(Model().table("t\n;x", {}), Model());
  ASSERT_TRUE(result);
  const std::string text = render_sql(*result);
  EXPECT_EQ(text.substr(0, 15), "-- drops_data: ");
  // The line feed in the name does not end the comment.
  EXPECT_EQ(text.find('\n'), text.find("\nDROP TABLE")) << text;
}

}  // namespace
}  // namespace pgplumb::diff
