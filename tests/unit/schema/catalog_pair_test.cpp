#include "schema/catalog_pair.hpp"

#include <gtest/gtest.h>

#include "schema/running_role.hpp"

namespace pgplumb {
namespace {

constexpr int kFifteen = 150002;
constexpr int kSeventeen = 170001;

ObjectId tables_for(const std::string& role, const std::string& grantee) {
  return default_privilege_id(role, "public", DefaultTarget::tables, grantee);
}

ObjectId table() { return object_id(ObjectKind::relation, qualified("public", "t")); }

Catalog live(int version = kFifteen) {
  Catalog catalog = empty_database();
  catalog.server_version = version;
  catalog.default_owner = "app";
  return catalog;
}

TEST(Reconcile, GivesDefaultPrivilegesOfTheTextToTheRoleThatOwnsMost) {
  Catalog text = empty_database();
  text.put(tables_for("", "bob"), DefaultPrivilege{"r", ""});
  text.provenance[tables_for("", "bob")] = SourceSpan{};
  Catalog server = live();
  server.put(tables_for("app", "bob"), DefaultPrivilege{"r", ""});
  reconcile(text, server);
  EXPECT_TRUE(text.contains(tables_for("app", "bob")));
  EXPECT_FALSE(text.contains(tables_for("", "bob")));
  EXPECT_EQ(text.provenance.count(tables_for("app", "bob")), 1U);
}

TEST(Reconcile, KeepsTheOwnersOfTwoServersThatMostBelongsToAnotherRoleOn) {
  const ObjectId owner = about(ObjectKind::owner, table());
  Catalog here = live();
  Catalog there = live();
  there.default_owner = "admin";
  there.put(table(), Relation{});
  there.put(owner, Owner{"admin"});
  reconcile(here, there);
  EXPECT_TRUE(there.contains(owner));
  here.default_owner = "admin";
  reconcile(here, there);
  EXPECT_FALSE(there.contains(owner));
}

TEST(Reconcile, GivesUserMappingsOfTheTextToTheRoleThatHasThem) {
  const ObjectId server = object_id(ObjectKind::foreign_server, Identifier("s"));
  const auto mapping = [&](const char* role) {
    return part_of(server, ObjectKind::user_mapping, Identifier(role));
  };
  Catalog text = empty_database();
  text.put(server, ForeignServer{});
  text.put(mapping(""), UserMapping{});
  Catalog catalog = live();
  catalog.put(mapping("joe"), UserMapping{});
  reconcile(text, catalog);
  EXPECT_TRUE(text.contains(mapping("joe")));
}

// Migrations run by a superuser who gives all objects away.
TEST(Reconcile, GivesThemToTheRoleThatHasThemElsewhere) {
  Catalog text = empty_database();
  text.put(tables_for("", "bob"), DefaultPrivilege{"r", ""});
  Catalog server = live();
  server.put(tables_for("postgres", "bob"), DefaultPrivilege{"rw", ""});
  reconcile(server, text);
  EXPECT_TRUE(text.contains(tables_for("postgres", "bob")));
}

TEST(Reconcile, NamesNobodyWhereBothSidesAreText) {
  Catalog one = empty_database();
  Catalog two = empty_database();
  one.put(tables_for("", "bob"), DefaultPrivilege{"r", ""});
  reconcile(one, two);
  EXPECT_TRUE(one.contains(tables_for("", "bob")));
}

ObjectId held_by_owner() { return privilege_on(table(), "app"); }

void put_table(Catalog& state) { state.put(table(), Relation{}); }

TEST(Reconcile, DropsAGrantToTheOwnerThatTheTextDoesNotKnow) {
  Catalog text = empty_database();
  put_table(text);
  text.put(held_by_owner(), Privilege{"r", ""});
  Catalog server = live();
  put_table(server);
  reconcile(text, server);
  EXPECT_FALSE(text.contains(held_by_owner()));
}

TEST(Reconcile, AddsItsGrantOptionToWhatSuchAnOwnerHas) {
  Catalog text = empty_database();
  put_table(text);
  text.put(held_by_owner(), Privilege{"r", "r"});
  Catalog server = live();
  put_table(server);
  reconcile(text, server);
  const auto* held = text.get<Privilege>(held_by_owner());
  ASSERT_NE(held, nullptr);
  EXPECT_EQ(held->privileges, owner_default_privileges(ObjectKind::relation, kFifteen));
  EXPECT_EQ(held->grant_option, "r");
}

TEST(Reconcile, KeepsWhatTheTextHasLeftToTheOwnerThatItNames) {
  Catalog text = empty_database();
  put_table(text);
  text.put(about(ObjectKind::owner, table()), Owner{"app"});
  text.put(held_by_owner(), Privilege{"r", ""});
  Catalog server = live();
  put_table(server);
  reconcile(text, server);
  EXPECT_TRUE(text.contains(held_by_owner()));
}

TEST(Reconcile, DropsWhatARoleGrantsItselfEverywhere) {
  Catalog text = empty_database();
  const ObjectId id = default_privilege_id("", "", DefaultTarget::tables, "app");
  text.put(id, DefaultPrivilege{"r", ""});
  Catalog server = live();
  reconcile(text, server);
  EXPECT_EQ(text.size(), server.size());
}

TEST(Reconcile, LeavesOutPrivilegesThatTheServerDoesNotKnow) {
  for (const int version : {kFifteen, kSeventeen}) {
    Catalog text = empty_database();
    text.put(table(), Relation{});
    text.put(privilege_on(table(), "bob"), Privilege{"Dadmrtwx", "m"});
    text.put(privilege_on(table(), "ann"), Privilege{"m", ""});
    text.put(tables_for("app", "bob"), DefaultPrivilege{"mr", ""});
    Catalog server = live(version);
    reconcile(text, server);
    const bool known = version == kSeventeen;
    EXPECT_EQ(text.get<Privilege>(privilege_on(table(), "bob"))->privileges,
              known ? "Dadmrtwx" : "Dadrtwx");
    EXPECT_EQ(text.get<Privilege>(privilege_on(table(), "bob"))->grant_option, known ? "m" : "");
    EXPECT_EQ(text.contains(privilege_on(table(), "ann")), known);
    EXPECT_EQ(text.get<DefaultPrivilege>(tables_for("app", "bob"))->privileges, known ? "mr" : "r");
  }
}

TEST(Reconcile, LeavesOpenWhatWhoeverRunsTheTextMayHold) {
  Catalog text = empty_database();
  text.put(table(), Relation{});
  text.put(privilege_on(table(), kRunningRole), Privilege{"r", ""});
  text.put(privilege_on(table(), "bob"), Privilege{"r", ""});
  Catalog server = live();
  server.put(table(), Relation{});
  server.put(privilege_on(table(), "ann"), Privilege{"r", ""});
  server.put(privilege_on(table(), ""), Privilege{"r", ""});
  server.put(privilege_on(table(), "bob"), Privilege{"w", ""});
  reconcile(text, server);
  EXPECT_TRUE(text.may_hold(privilege_on(table(), kRunningRole)));
  EXPECT_TRUE(text.may_hold(privilege_on(table(), "ann")));
  EXPECT_FALSE(text.may_hold(privilege_on(table(), "")));
  EXPECT_FALSE(text.may_hold(privilege_on(table(), "bob")));
}

TEST(Reconcile, StripsWhatOtherRolesGaveToo) {
  Catalog text = empty_database();
  text.put(table(), Relation{});
  text.put(privilege_on(table(), "bob"), Privilege{"", "", {{"ann", "mr", "m"}}});
  text.put(privilege_on(table(), "carl"), Privilege{"", "", {{"ann", "m", ""}}});
  Catalog server = live(kFifteen);
  reconcile(text, server);
  EXPECT_EQ(describe(*text.get<Privilege>(privilege_on(table(), "bob"))), "SELECT by ann");
  EXPECT_FALSE(text.contains(privilege_on(table(), "carl")));
}

TEST(RoleNames, AreOpenWhereWhoeverRunsTheTextIsMeant) {
  const RoleNames open = {"ann", kRunningRole};
  EXPECT_EQ(compare_value(open, {"ann", "bob"}), Verdict::unknown);
  EXPECT_EQ(compare_value(RoleNames{"ann"}, open), Verdict::unknown);
  EXPECT_EQ(compare_value(open, open), Verdict::equal);
  EXPECT_EQ(compare_value(open, {"bob", "carl"}), Verdict::different);
  EXPECT_EQ(compare_value(open, {"ann", "bob", "carl"}), Verdict::different);
  EXPECT_EQ(compare_value(RoleNames{kRunningRole}, RoleNames{""}), Verdict::different);
  EXPECT_EQ(compare_value(RoleNames{"ann"}, RoleNames{"bob"}), Verdict::different);
}

TEST(Reconcile, LeavesOutTheCommentThatAnExtensionBrings) {
  const ObjectId id =
      about(ObjectKind::comment, object_id(ObjectKind::extension, Identifier("hstore")));
  for (const char* comment : {"its own", "ours"}) {
    Catalog text = empty_database();
    Catalog server = live();
    server.extension_comments["hstore"] = "its own";
    server.put(id, Comment{comment});
    reconcile(text, server);
    EXPECT_EQ(server.contains(id), std::string(comment) == "ours") << comment;
  }
}

TEST(Reconcile, KeepsACommentOnAnExtensionThatBothHave) {
  const ObjectId id =
      about(ObjectKind::comment, object_id(ObjectKind::extension, Identifier("hstore")));
  Catalog text = empty_database();
  text.put(id, Comment{"its own"});
  Catalog server = live();
  server.extension_comments["hstore"] = "its own";
  server.put(id, Comment{"ours"});
  reconcile(text, server);
  EXPECT_TRUE(text.contains(id));
  EXPECT_TRUE(server.contains(id));
}

TEST(DropDefaultOwners, MakesTheBuildersDefaultPrivilegesThoseOfWhoeverRunsTheText) {
  Catalog built = live();
  built.put(tables_for("app", "bob"), DefaultPrivilege{"r", ""});
  built.put(tables_for("joe", "bob"), DefaultPrivilege{"r", ""});
  drop_default_owners(built, Catalog());
  EXPECT_TRUE(built.contains(tables_for("", "bob")));
  EXPECT_TRUE(built.contains(tables_for("joe", "bob")));
  EXPECT_FALSE(built.contains(tables_for("app", "bob")));
}

TEST(DropDefaultOwners, KeepsWhatIsTakenFromPublic) {
  Catalog built = live();
  ObjectId functions = default_privilege_id("app", "", DefaultTarget::functions, "");
  built.put(functions, DefaultPrivilege{});
  drop_default_owners(built, Catalog());
  functions.name = "";
  const auto* fact = std::as_const(built).get<DefaultPrivilege>(functions);
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->privileges, "");
}

TEST(DropDefaultOwners, KeepsTheBuilderWhereTheTextNamesIt) {
  Catalog text;
  Catalog built = live();
  const ObjectId named = about(ObjectKind::owner, table());
  const ObjectId unnamed =
      about(ObjectKind::owner, object_id(ObjectKind::relation, qualified("public", "other")));
  text.put(named, Owner{"app"});
  text.put(tables_for("app", "bob"), DefaultPrivilege{"r", ""});
  built.put(named, Owner{"app"});
  built.put(unnamed, Owner{"app"});
  built.put(tables_for("app", "bob"), DefaultPrivilege{"r", ""});
  drop_default_owners(built, text);
  EXPECT_TRUE(built.contains(named));
  EXPECT_FALSE(built.contains(unnamed));
  EXPECT_TRUE(built.contains(tables_for("app", "bob")));
}

TEST(Reconcile, GuessesNobodyWhereItIsKnownWhoRanTheText) {
  const ObjectId id = about(ObjectKind::owner, table());
  const ObjectId other = object_id(ObjectKind::relation, qualified("public", "other"));
  for (const DefaultOwners owners : {DefaultOwners::guessed, DefaultOwners::known}) {
    Catalog text;
    Catalog server = live();
    for (Catalog* side : {&text, &server}) {
      side->put(table(), Relation{});
      side->put(other, Relation{});
    }
    server.put(id, Owner{"joe"});
    server.put(about(ObjectKind::owner, other), Owner{"joe"});
    reconcile(text, server, owners);
    EXPECT_EQ(server.contains(id), owners == DefaultOwners::known);
  }
}

TEST(DefaultAccess, OfOneNamespaceComesOnTopOfThatOfAll) {
  Catalog catalog = empty_database();
  const ObjectId function = object_id(ObjectKind::routine, qualified("public", "f"));
  const auto id = [](const char* space, const char* grantee) {
    return default_privilege_id("app", space, DefaultTarget::functions, grantee);
  };
  catalog.put(id("", ""), DefaultPrivilege{"", ""});
  EXPECT_EQ(default_access(catalog, "app", function).at("").privileges, "");
  EXPECT_TRUE(default_access(catalog, "joe", function).empty());
  catalog.put(id("public", ""), DefaultPrivilege{"X", ""});
  catalog.put(id("public", "bob"), DefaultPrivilege{"X", "X"});
  const auto access = default_access(catalog, "app", function);
  EXPECT_EQ(access.size(), 1U) << "PUBLIC has what it starts with";
  EXPECT_EQ(access.at("bob").grant_option, "X");
}

}  // namespace
}  // namespace pgplumb
