// What a text leaves open, and what it does not.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "parse/replay.hpp"

namespace pgplumb::parse {
namespace {

ObjectId table(const std::string& name) {
  return object_id(ObjectKind::relation, qualified("public", name));
}

ObjectId column(const std::string& name, const std::string& of) {
  return part_of(table(of), ObjectKind::attribute, Identifier(name));
}

Catalog after(const std::vector<std::string>& files, ReplayOptions options = {}) {
  Replay replay(empty_database(), std::move(options));
  for (const std::string& file : files) {
    replay.run(std::make_shared<const SourceText>("f.sql", file));
  }
  return replay.catalog();
}

TEST(Doubts, AreAboutWhatABlockMayTouchAndNothingElse) {
  const Catalog state =
      after({"create table a (x int); create table b (x int);"
             "do $$ begin if (select count(*) from a) > 1 then alter table a add y int;"
             " create table c (); end if; end $$"});
  EXPECT_EQ(state.opaque.size(), 1U);
  EXPECT_FALSE(state.doubts.may_hold_more);
  EXPECT_TRUE(state.doubts.about(column("y", "a")));
  EXPECT_TRUE(state.doubts.about(table("c")));
  EXPECT_FALSE(state.doubts.about(column("x", "a")));
  EXPECT_FALSE(state.doubts.about(table("b")));
}

TEST(Doubts, AreAboutEverythingWhereATextIsMadeAtRunTime) {
  const Catalog state = after(
      {"create table a (x int); do $$ begin execute (select x from a); end $$; create table b ();"
       "create table if not exists c (); alter table a add y int"});
  EXPECT_TRUE(state.doubts.may_hold_more);
  EXPECT_TRUE(state.doubts.about(table("a")));
  EXPECT_FALSE(state.doubts.about(table("b")));  // made since
  EXPECT_TRUE(state.doubts.about(table("c")));   // may have been there
  EXPECT_FALSE(state.doubts.about(column("y", "a")));
}

TEST(Doubts, AreAboutTextThatASettingGivesAnotherMeaning) {
  const Catalog state =
      after({"set standard_conforming_strings = off; create table a (x text default 'a\\\\b');"
             "create table b (); reset all; create table c (x text default 'a\\\\b');"
             "begin; set local transform_null_equals = on; create view d as select 1 = null as x;"
             "create table e (); commit; create view f as select 1 = null as x"});
  EXPECT_TRUE(state.doubts.about(table("a")));
  EXPECT_FALSE(state.doubts.about(table("b")));
  EXPECT_FALSE(state.doubts.about(table("c")));
  EXPECT_TRUE(state.doubts.about(object_id(ObjectKind::view, qualified("public", "d"))));
  EXPECT_FALSE(state.doubts.about(table("e")));
  EXPECT_FALSE(state.doubts.about(object_id(ObjectKind::view, qualified("public", "f"))));
}

TEST(Sessions, KeepLocalSettingsWhereAFileIsOneTransaction) {
  ReplayOptions options;
  const std::string text =
      "create schema b; set local search_path = b; begin; create table t (); commit;"
      "create table u ()";
  const auto in_b = [](const std::string& name) {
    return object_id(ObjectKind::relation, qualified("b", name));
  };
  EXPECT_FALSE(after({text}, options).contains(in_b("t")));
  options.is_one_transaction = [](const auto&) { return true; };
  const Catalog state = after({text, "create table v ()"}, options);
  EXPECT_TRUE(state.contains(in_b("t")));
  EXPECT_TRUE(state.contains(in_b("u")));
  EXPECT_TRUE(state.contains(table("v")));
}

TEST(Doubts, AreAboutAnOperatorClassOfAColumnWhoseTypeIsNotTold) {
  const Catalog state = after(
      {"create materialized view told as select 1 as a;"
       "create index i on told (a int4_ops);"
       "create materialized view open as with recursive t(n) as (select 1 union all select n + "
       "1 from t where n < 5) cycle n set is_cycle using path select n as a from t;"
       "create index k on open (a int4_ops); create index l on open (a)"});
  const auto index = [](const std::string& name) {
    return object_id(ObjectKind::index, qualified("public", name));
  };
  EXPECT_FALSE(state.doubts.about(index("i")));
  EXPECT_TRUE(state.doubts.about(index("k")));
  EXPECT_FALSE(state.doubts.about(index("l")));
}

TEST(Doubts, AreAboutTheCollationOfAMaterializedViewsColumnOnly) {
  const std::string before =
      "create table t (a text collate \"C\", b text);"
      "create materialized view m as select a, max(b) as b, string_agg(a, ',') as c from t group "
      "by a;";
  const auto index = [](const std::string& name) {
    return object_id(ObjectKind::index, qualified("public", name));
  };
  const Catalog state = after({before + "create index i on m (a collate \"C\");"
                                        "create index j on m (b collate \"C\")"});
  EXPECT_TRUE(state.get<Index>(index("i"))->elements[0].collation.empty());
  EXPECT_FALSE(state.doubts.about(index("i")));
  EXPECT_EQ(shown(state.get<Index>(index("j"))->elements[0].collation), "pg_catalog.C");
  EXPECT_FALSE(state.doubts.about(index("j")));
  // Which collation a CASE has is left to the server.
  const Catalog open = after(
      {"create table t (a text collate \"C\");"
       "create materialized view m as select case when a > 'x' then a else 'x' end as b from t;"
       "create index i on m (b collate \"C\"); create index j on m (b)"});
  EXPECT_TRUE(open.doubts.about(index("i")));
  EXPECT_FALSE(open.doubts.about(index("j")));
}

TEST(Doubts, GoAlongWithARename) {
  const Catalog state =
      after({"create table a (x int);"
             "do $$ begin if random() > 0.5 then alter table a alter x type text; end if; end $$;"
             "alter table a rename to b"});
  EXPECT_TRUE(state.doubts.about(column("x", "b")));
  EXPECT_FALSE(state.doubts.about(column("x", "a")));
}

constexpr const char* kBySetting =
    "do $$ declare name text := coalesce(current_setting('app.called', true), 'a'); begin "
    "execute 'create table ' || name || ' ()'; end $$";

TEST(Doubts, ASettingThatTheTextDoesNotSetIsTakenForUnset) {
  const Catalog state = after({kBySetting});
  EXPECT_TRUE(state.opaque.empty());
  EXPECT_TRUE(state.contains(table("a")));
  EXPECT_TRUE(state.doubts.about(table("a")));
}

TEST(Doubts, ASettingThatTheTextSetsIsKnown) {
  const std::string by_session = std::string("set app.called = 'b'; ") + kBySetting;
  EXPECT_TRUE(after({by_session}).contains(table("b")));
  EXPECT_TRUE(after({by_session}).doubts.none());
  ReplayOptions options;
  options.database = "d";
  const Catalog state = after({"alter database d set app.called = 'c'", kBySetting}, options);
  EXPECT_TRUE(state.contains(table("c")));
  EXPECT_TRUE(state.doubts.none());
}

TEST(Doubts, WhichDatabaseIsMeantIsKnownByName) {
  const ObjectId id = database_setting_id("work_mem", "");
  const std::string sql = "alter database d set work_mem = '8MB'";
  EXPECT_TRUE(after({sql}).contains(id));
  EXPECT_TRUE(after({sql}).doubts.about(id));
  ReplayOptions options;
  options.database = "d";
  EXPECT_TRUE(after({sql}, options).contains(id));
  EXPECT_TRUE(after({sql}, options).doubts.none());
  options.database = "other";
  EXPECT_FALSE(after({sql}, options).contains(id));
}

TEST(Doubts, WhoAsksForTheNameOfTheDatabaseMeansThisOne) {
  const Catalog state = after(
      {"do $$ begin execute format('alter database %I set work_mem = 8192', current_database());"
       "execute format('grant connect on database %I to ann', current_catalog); end $$"});
  EXPECT_TRUE(state.doubts.none());
  EXPECT_TRUE(state.opaque.empty());
  EXPECT_TRUE(state.contains(database_setting_id("work_mem", "")));
  EXPECT_TRUE(state.contains(database_privilege_id("ann")));
}

TEST(Doubts, TheNameOfTheDatabaseItselfIsNotKnown) {
  const Catalog state =
      after({"do $$ begin if current_database() = 'a' then create table a (); end if; "
             "execute format('create table %I ()', current_database()); end $$"});
  EXPECT_EQ(state.opaque.size(), 1U);
}

TEST(Doubts, ARoleThatMayDoSomethingExists) {
  const Catalog state = after(
      {"create table t (); grant select on t to ann; do $$ begin "
       "if exists (select from pg_roles where rolname = 'ann') then create table a (); end if; "
       "end $$"});
  EXPECT_TRUE(state.opaque.empty());
  EXPECT_TRUE(state.contains(table("a")));
  EXPECT_EQ(after({"do $$ begin if not exists (select from pg_roles where rolname = 'ann') then "
                   "create table a (); end if; end $$"})
                .opaque.size(),
            1U);
}

TEST(Doubts, MembershipsOfRolesAreNoPartOfABlocksEffect) {
  const Catalog state =
      after({"do $$ begin grant ann to bob; create role carl; create table a (); end $$"});
  EXPECT_TRUE(state.opaque.empty());
  EXPECT_TRUE(state.unmanaged.empty());
  EXPECT_TRUE(state.contains(table("a")));
}

TEST(Doubts, UnqualifiedNamesMayMeanAnythingAfterAPathThatIsNotKnown) {
  const Catalog state =
      after({"do $$ begin perform set_config('search_path', (select a from b), false); end $$;"
             "create table t (); create schema s; create table s.t ()"});
  EXPECT_TRUE(state.doubts.about(table("t")));
  EXPECT_FALSE(state.doubts.about(object_id(ObjectKind::relation, qualified("s", "t"))));
}

ObjectId view(const std::string& name) {
  return object_id(ObjectKind::view, qualified("public", name));
}

TEST(Doubts, AreAboutWhatIsMadeOfColumnsThatTheTextDoesNotTell) {
  const Catalog state =
      after({"create table a as select not_known(1) as x; alter table a add y boolean;"
             "create table b (x int, y boolean); create view v as select * from a natural join b;"
             "create view w as select * from b; create view on_v as select y from v;"
             "create table like_a (like a); create table of_a () inherits (a);"
             "create table from_a as select * from a natural join b"});
  EXPECT_TRUE(state.doubts.about(view("v")));
  EXPECT_TRUE(state.doubts.about(view("on_v")));
  EXPECT_FALSE(state.doubts.about(view("w")));
  EXPECT_TRUE(state.doubts.about(column("y", "like_a")));
  EXPECT_TRUE(state.doubts.about(column("y", "of_a")));
  EXPECT_TRUE(state.doubts.about(column("y", "from_a")));
  EXPECT_FALSE(state.doubts.about(column("y", "b")));
}

TEST(Doubts, AreAboutWhatIsMadeOfColumnsThatMayBeThere) {
  const Catalog state =
      after({"create table a (x int); do $$ begin if (select count(*) from a) > 1 then "
             "alter table a add y int; end if; end $$; create view v as select * from a;"
             "create table like_a (like a); create table of_a () inherits (a);"
             "create table b (x int); create view w as select * from b"});
  EXPECT_TRUE(state.doubts.about(view("v")));
  EXPECT_FALSE(state.doubts.about(view("w")));
  EXPECT_TRUE(state.doubts.about(column("y", "like_a")));
  EXPECT_TRUE(state.doubts.about(column("y", "of_a")));
}

TEST(Doubts, AreAboutIndexesThatAConditionWithoutColumnsMayMakeAlike) {
  const auto index = [](const char* name) {
    return object_id(ObjectKind::index, qualified("public", name));
  };
  const Catalog state =
      after({"create table p (a int, b int) partition by range (a);"
             "create table c partition of p for values from (0) to (1); create index by_a on c (a);"
             "create index by_b on c (b); create index whole on p (a) where 1 < 2;"
             "create index sure on p (b) where b > 1"});
  EXPECT_EQ(state.opaque.size(), 1U);
  EXPECT_FALSE(state.doubts.may_hold_more);
  EXPECT_TRUE(state.doubts.about(index("by_a")));
  EXPECT_TRUE(state.doubts.about(index("c_a_idx")));
  EXPECT_FALSE(state.doubts.about(index("by_b")));
  EXPECT_FALSE(state.doubts.about(index("c_b_idx")));
}

}  // namespace
}  // namespace pgplumb::parse
