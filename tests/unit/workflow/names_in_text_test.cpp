#include "workflow/names_in_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pgplumb::workflow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;
using testing::Pair;

TEST(SearchPathSetting, IsReadAsTheServerReadsIt) {
  EXPECT_THAT(read_search_path(R"("$user", public)", "alice"), ElementsAre("alice", "public"));
  EXPECT_THAT(read_search_path("app,public", "alice"), ElementsAre("app", "public"));
  EXPECT_THAT(read_search_path(R"(App, "App", "a""b,c")", "alice"),
              ElementsAre("app", "App", "a\"b,c"));
  EXPECT_THAT(read_search_path("", "alice"), IsEmpty());
  EXPECT_THAT(read_search_path(R"("")", "alice"), IsEmpty());
}

TEST(CreatedNamespaces, AreFoundInEveryForm) {
  EXPECT_THAT(created_namespaces("create schema app; CREATE  SCHEMA\nIF NOT EXISTS \"Other\";"),
              Optional(ElementsAre("Other", "app")));
  EXPECT_THAT(created_namespaces("create schema authorization joe"), Optional(ElementsAre("joe")));
  EXPECT_THAT(created_namespaces("do $$ begin execute 'create schema inner_one'; end $$"),
              Optional(ElementsAre("inner_one")));
  EXPECT_THAT(created_namespaces("drop schema app; alter schema app rename to b"),
              Optional(IsEmpty()));
}

TEST(CreatedNamespaces, AreUnknownWhereTheNameIsNotWritten) {
  EXPECT_EQ(created_namespaces("execute format('create schema %I', name)"), std::nullopt);
  EXPECT_EQ(created_namespaces("execute 'create schema ' || quote_ident(name)"), std::nullopt);
}

TEST(RenamedNamespaces, AreFoundInOrder) {
  EXPECT_THAT(renamed_namespaces("alter schema app rename to \"Shop\"; ALTER SCHEMA a RENAME TO b"),
              ElementsAre(Pair("app", "Shop"), Pair("a", "b")));
  EXPECT_THAT(renamed_namespaces("alter schema app owner to joe; alter table t rename to u"),
              IsEmpty());
  EXPECT_THAT(renamed_namespaces("execute format('alter schema %I rename to %I', a, b)"),
              IsEmpty());
}

TEST(CreatedRoles, AreKnownByTheirNames) {
  EXPECT_TRUE(may_create_role("CREATE ROLE app; create user \"Joe\"", "app"));
  EXPECT_TRUE(may_create_role("CREATE ROLE app; create user \"Joe\"", "Joe"));
  EXPECT_TRUE(may_create_role("do $$ begin create group staff; end $$", "staff"));
  EXPECT_FALSE(may_create_role("create role app; grant select on t to anon", "anon"));
  EXPECT_FALSE(may_create_role("create user mapping for anon server s", "anon"));
  EXPECT_FALSE(may_create_role("alter role anon set search_path = a", "anon"));
}

TEST(CreatedRoles, MayBeAnyOfTheTextWhereTheirNameIsPutTogether) {
  const char* text = "foreach r in array '{anon}' loop execute format('create role %I', r);";
  EXPECT_TRUE(may_create_role(text, "anon"));
  EXPECT_FALSE(may_create_role(text, "app"));
}

TEST(StringConstants, KeepTheirQuotes) {
  EXPECT_THAT(string_constants("a = 'x' or b in ('y z', '')"), ElementsAre("'x'", "'y z'", "''"));
  EXPECT_THAT(string_constants("a > 1 and 'open"), IsEmpty());
}

TEST(Defaults, AreSetForDatabasesAndRoles) {
  EXPECT_TRUE(may_set_default("ALTER DATABASE x SET TimeZone = 'UTC'", "timezone"));
  EXPECT_TRUE(may_set_default("do $$ begin execute 'alter role r set timezone to utc'; end $$",
                              "timezone"));
  EXPECT_FALSE(may_set_default("set timezone = 'UTC'; alter table t add x int", "timezone"));
}

TEST(CreatedNamespaces, ArePlainNamesOutsideOfComments) {
  using Names = std::set<std::string>;
  EXPECT_EQ(created_namespaces("-- don't create schema a\ncreate schema b; /* create schema c /* d "
                               "*/ create schema e */ create schema f"),
            (Names{"b", "f"}));
  EXPECT_EQ(
      created_namespaces("do $$ begin -- create schema a\n execute 'create schema b'; end $$"),
      Names{"b"});
  EXPECT_EQ(created_namespaces("select '-- '; create schema a"), Names{"a"});
  for (const char* text :
       {"execute 'create schema tenant_' || n", "execute format('create schema tenant_%s', n)",
        "execute format('create schema \"Tenant %s\"', n)", "execute 'create schema ' || n",
        "execute concat('create schema if not exists t', n)"}) {
    EXPECT_EQ(created_namespaces(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace pgplumb::workflow
