// Who gave what to whom, and who runs the text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/parse/replayed.hpp"

namespace pgplumb::parse {
namespace {

const ObjectId kTable = object_id(ObjectKind::relation, qualified("public", "t"));

Catalog after(const std::string& sql, ReplayOptions options = {}) {
  Replay replay(empty_database(), std::move(options));
  replay.run(std::make_shared<const SourceText>("test.sql", "create table t (a int);" + sql));
  EXPECT_FALSE(replay.diagnostics().has_errors());
  return std::move(replay).take_catalog();
}

std::string held_by(const std::string& grantee, const Catalog& catalog) {
  const auto* fact = catalog.get<Privilege>(privilege_on(kTable, grantee));
  return fact != nullptr ? describe(*fact) : "nothing";
}

ReplayOptions run_by(const std::string& role) {
  ReplayOptions options;
  options.runner = Runner{role, role};
  return options;
}

constexpr const char* kHandedOn =
    "grant select, insert on t to ann with grant option; set role ann;"
    "grant select on t to bob with grant option; set role bob; grant select on t to carl;"
    "reset role;";

TEST(Grantors, AreRolesThatHoldAGrantOption) {
  const Catalog catalog = after(kHandedOn);
  EXPECT_EQ(held_by("ann", catalog), "SELECT with grant option, INSERT with grant option");
  EXPECT_EQ(held_by("bob", catalog), "SELECT with grant option by ann");
  EXPECT_EQ(held_by("carl", catalog), "SELECT by bob");
}

TEST(Grantors, RevokeOnlyWhatTheyGave) {
  const Catalog catalog = after(std::string(kHandedOn) + "revoke select on t from carl");
  EXPECT_EQ(held_by("carl", catalog), "SELECT by bob");
}

TEST(Grantors, TakeAlongWithCascadeWhatWasHandedOn) {
  const Catalog catalog =
      after(std::string(kHandedOn) + "revoke grant option for select on t from ann cascade");
  EXPECT_EQ(held_by("ann", catalog), "SELECT, INSERT with grant option");
  EXPECT_EQ(held_by("bob", catalog), "nothing");
  EXPECT_EQ(held_by("carl", catalog), "nothing");
}

TEST(Grantors, AreTheOwnerForASuperuserAndForMembersOfTheOwner) {
  ReplayOptions options;
  options.role_facts = [](const std::string& role) {
    if (role == "root") return RoleFacts{true, {}};
    return role == "member" ? RoleFacts{false, {"boss"}} : RoleFacts{};
  };
  const Catalog catalog = after(
      "alter table t owner to boss; grant select on t to root with grant option;"
      "set role root; grant select on t to bob; set role member; grant select on t to carl",
      options);
  EXPECT_EQ(held_by("bob", catalog), "SELECT");
  EXPECT_EQ(held_by("carl", catalog), "SELECT");
}

TEST(Grantors, ActThroughARoleThatTheyAreAMemberOf) {
  ReplayOptions options;
  options.role_facts = [](const std::string& role) {
    return role == "ann" ? RoleFacts{false, {"staff"}} : RoleFacts{};
  };
  const Catalog catalog =
      after("grant select on t to staff with grant option; set role ann; grant select on t to bob",
            options);
  EXPECT_EQ(held_by("bob", catalog), "SELECT by staff");
}

TEST(Grantors, GoOverToANewOwner) {
  const Catalog catalog = after(std::string(kHandedOn) + "alter table t owner to ann");
  EXPECT_EQ(held_by("bob", catalog), "SELECT with grant option");
  EXPECT_EQ(held_by("carl", catalog), "SELECT by bob");
}

ExtensionMember a_member(ExtensionMember::Kind kind, ObjectKind grantable, const char* name) {
  ExtensionMember member;
  member.kind = kind;
  member.grantable = grantable;
  member.name = qualified("public", name);
  member.owner = "root";
  return member;
}

// A function for everybody, a view on which the extension itself grants something, a procedure.
ExtensionContents contents() {
  using Kind = ExtensionMember::Kind;
  ExtensionMember function = a_member(Kind::routine, ObjectKind::routine, "f");
  function.arguments = {builtin_type("int4")};
  ExtensionMember view = a_member(Kind::relation, ObjectKind::relation, "v");
  view.initial = {{"", Privilege{"r", ""}}};
  ExtensionMember procedure = a_member(Kind::routine, ObjectKind::routine, "p");
  procedure.procedure = true;
  return {{"ext", {function, view, procedure}}};
}

// "public.f(integer) for ann: EXECUTE" of each privilege on a member of an extension.
std::vector<std::string> on_members(const std::string& sql, ReplayOptions options = {}) {
  const ExtensionContents known = contents();
  options.extension_contents = [&]() -> const ExtensionContents& { return known; };
  const Catalog catalog = after("create extension ext schema public;" + sql, options);
  std::vector<std::string> facts;
  for (const auto [id, privilege] : catalog.all<Privilege>()) {
    if (privilege.on_member) facts.push_back(shown(id) + ": " + describe(privilege));
  }
  return facts;
}

TEST(PrivilegesOnMembers, AreFactsWhereTheMembersAreKnown) {
  EXPECT_THAT(on_members("grant execute on function f(int4) to ann; grant select on v to bob"),
              testing::UnorderedElementsAre("public.v for bob: SELECT",
                                            "public.f(integer) for ann: EXECUTE"));
  EXPECT_THAT(
      on_members("grant execute on function f to ann; revoke execute on function f from ann"),
      testing::IsEmpty());
}

TEST(PrivilegesOnMembers, StartWithWhatTheExtensionGrants) {
  EXPECT_THAT(on_members("grant select on v to public"), testing::IsEmpty());
  EXPECT_THAT(on_members("revoke all on v from public"),
              testing::ElementsAre("public.v for PUBLIC: "));
}

TEST(PrivilegesOnMembers, AreMeantByAllInSchema) {
  EXPECT_THAT(on_members("grant execute on all functions in schema public to ann"),
              testing::ElementsAre("public.f(integer) for ann: EXECUTE"));
  EXPECT_THAT(on_members("grant select on all tables in schema public to ann"),
              testing::ElementsAre("public.v for ann: SELECT"));
}

TEST(PrivilegesOnMembers, AreNotGivenByWhoMayNot) {
  ReplayOptions options;
  options.runner = Runner{"joe", "joe"};
  options.role_facts = [](const std::string& role) { return RoleFacts{role == "root", {}}; };
  EXPECT_THAT(on_members("grant execute on all functions in schema public to ann", options),
              testing::IsEmpty());
  EXPECT_THAT(on_members("revoke execute on function f from public", options), testing::IsEmpty());
}

TEST(PrivilegesOnMembers, ComeFromDefaultPrivilegesAndGoWithTheExtension) {
  const std::string again =
      "drop extension ext;"
      "alter default privileges grant execute on functions to ann;";
  EXPECT_THAT(on_members(again), testing::IsEmpty());
  EXPECT_THAT(
      on_members(again + "create extension ext schema public"),
      testing::ElementsAre("public.f(integer) for ann: EXECUTE", "public.p() for ann: EXECUTE"));
}

TEST(PrivilegesOnMembers, MoveWithTheExtension) {
  EXPECT_THAT(on_members("grant execute on function f to ann; create schema s;"
                         "alter extension ext set schema s"),
              testing::ElementsAre("s.f(integer) for ann: EXECUTE"));
}

TEST(RunningRole, IsKnownWhereSomebodyTells) {
  const std::string sql =
      "create policy p on t to current_user, zed; revoke insert on t from current_user";
  const Catalog known = after(sql, run_by("me"));
  const ObjectId policy = part_of(kTable, ObjectKind::policy, Identifier("p"));
  EXPECT_EQ(describe(known.get<Policy>(policy)->roles), "me, zed");
  EXPECT_THAT(held_by("me", known), testing::Not(testing::HasSubstr("INSERT")));
  const Catalog open = after(sql);
  EXPECT_EQ(describe(open.get<Policy>(policy)->roles), "whoever runs it, zed");
  EXPECT_THAT(held_by(kRunningRole, open), testing::HasSubstr("SELECT, UPDATE"));
}

TEST(RunningRole, IsTheOneThatSetRoleNames) {
  const Catalog catalog = after(
      "set session authorization ann; create policy p on t to session_user, current_role;"
      "set role bob; create policy q on t to session_user, current_role; set role none;"
      "create policy r on t to current_user",
      run_by("me"));
  const auto roles = [&](const char* name) {
    const ObjectId id = part_of(kTable, ObjectKind::policy, Identifier(name));
    return describe(catalog.get<Policy>(id)->roles);
  };
  EXPECT_EQ(roles("p"), "ann");
  EXPECT_EQ(roles("q"), "ann, bob");
  EXPECT_EQ(roles("r"), "ann");
}

TEST(ExtensionMembers, LeaveTheModelAndAreLeftOpen) {
  const std::string sql =
      "create index i on t (a); comment on table t is 'x'; create extension e; "
      "alter extension e add table t";
  const Catalog added = after(sql);
  EXPECT_FALSE(added.contains(kTable));
  EXPECT_FALSE(added.contains(object_id(ObjectKind::index, qualified("public", "i"))));
  EXPECT_FALSE(added.contains(about(ObjectKind::comment, kTable)));
  EXPECT_TRUE(added.may_hold(kTable));
  EXPECT_TRUE(after(sql + "; alter extension e drop table t").contains(kTable));
  const Catalog renamed = after(sql + "; alter table t rename to u");
  EXPECT_TRUE(renamed.may_hold(object_id(ObjectKind::relation, qualified("public", "u"))));
  EXPECT_FALSE(after(sql + "; drop extension e").may_hold(kTable));
}

TEST(FromCurrent, IsWhatTheSessionSays) {
  const std::string sql =
      "create function f() returns int set work_mem from current language sql as 'select 1'";
  ObjectId id = object_id(ObjectKind::routine, qualified("public", "f"));
  ReplayOptions options;
  options.setting = [](const std::string&) { return std::string("4MB"); };
  const auto configuration = [&](const Catalog& catalog) {
    return catalog.get<Routine>(id)->configuration;
  };
  const Catalog told = after(sql, options);
  const Catalog untold = after(sql);
  EXPECT_EQ(compare_value(configuration(told), {"work_mem=4MB"}), Verdict::equal);
  EXPECT_EQ(compare_value(configuration(told), {"work_mem=8MB"}), Verdict::unknown);
  EXPECT_EQ(compare_value(configuration(untold), {"work_mem=8MB"}), Verdict::unknown);
  EXPECT_EQ(compare_value(configuration(told), {"geqo=on"}), Verdict::different);
}

}  // namespace
}  // namespace pgplumb::parse
