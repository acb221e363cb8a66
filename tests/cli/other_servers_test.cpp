// What the real server has and a throwaway one has not: another time zone, roles, a search path.
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

using ::testing::HasSubstr;

class OtherServers : public ProgramTest {
 protected:
  void by_hand(const std::string& sql) { connect().execute(sql); }
  // Of the test's database, for the sessions that begin later.
  void set_default(const std::string& setting) {
    pg::Session session = connect();
    session.execute("alter database " + session.quote_identifier(session.database()) + " set " +
                    setting);
  }
  void succeeds(const std::vector<std::string>& arguments) {
    const Outcome outcome = run_on_database(arguments);
    EXPECT_EQ(outcome.code, 0) << shown(outcome);
  }
  // Only what was done by hand to table `t` is named.
  void only_the_column_differs() {
    by_hand("alter table t add by_hand int");
    const Outcome outcome = run_on_database({"verify"});
    EXPECT_EQ(outcome.code, 2) << shown(outcome);
    EXPECT_THAT(outcome.out, HasSubstr("public.t.by_hand"));
    EXPECT_THAT(outcome.out, HasSubstr(" 1 different, 0 unknown")) << outcome.out;
  }
};

constexpr const char* kMoments = R"(
create table t (id int, at timestamptz not null default '2026-03-29 12:00',
  check (at < '2030-06-01'), check (id > 0)) partition by range (at);
create table t_2026 partition of t for values from ('2026-01-01') to ('2026-07-01');
create table u (d date default '03/04/2026', i interval default '-1 2:03',
  span tstzrange default '[2026-01-01,2026-02-01)', at timestamptz);
create index on u (at) where at > '2026-05-01';
create view v as select id from t where at >= '2025-03-30';
)";

TEST_F(OtherServers, MomentsMeanWhatTheirTimeZoneSays) {
  set_default("timezone = 'Europe/Berlin'");
  set_default("datestyle = 'ISO, DMY'");
  set_default("intervalstyle = 'sql_standard'");
  migration("1_a", kMoments);
  succeeds({"up"});
  succeeds({"verify"});
  only_the_column_differs();
}

TEST_F(OtherServers, ATimeZoneThatAMigrationSetsIsItsOwn) {
  set_default("timezone = 'Europe/Berlin'");
  migration("1_a", std::string("set timezone = 'Asia/Tokyo';\n") + kMoments);
  succeeds({"up"});
  succeeds({"verify"});
  only_the_column_differs();
}

constexpr const char* kGuards = R"(
create table t (id int);
create function f() returns int language sql as 'select 1';
do $$ begin if exists (select from pg_roles where rolname = 'pgplumb_here') then
  grant execute on function f() to pgplumb_here; end if; end $$;
do $$ begin if exists (select from pg_roles where rolname = 'pgplumb_nowhere') then
  grant execute on function f() to pgplumb_nowhere; end if; end $$;
do $$ begin if not exists (select from pg_roles where rolname = 'pgplumb_made') then
  create role pgplumb_made; grant select on t to pgplumb_made; end if; end $$;
do $$ begin if random() > 2 then drop table t; end if; end $$;
)";

TEST_F(OtherServers, GuardsFindTheRolesOfTheServer) {
  by_hand("drop role if exists pgplumb_here; drop role if exists pgplumb_made");
  by_hand("create role pgplumb_here");
  migration("1_a", kGuards);
  succeeds({"up"});
  succeeds({"verify"});
  only_the_column_differs();
  by_hand("drop owned by pgplumb_here, pgplumb_made; drop role pgplumb_here, pgplumb_made");
}

TEST_F(OtherServers, ThePathOfTheSessionsIsNoSettingOfTheDatabase) {
  folder().write("pgplumb.yaml",
                 "environments: {live: {url: \"${DATABASE_URL}\", search_path: [app]}}\n");
  by_hand("create schema app");
  migration("1_a",
            "create table t (id int);\n"
            "do $$ begin if random() > 2 then alter table t add late text; end if; end $$;\n");
  succeeds({"up", "--env", "live"});
  succeeds({"verify", "--env", "live"});
  by_hand("alter table app.t add by_hand int");
  const Outcome outcome = run_on_database({"verify", "--env", "live"});
  EXPECT_THAT(outcome.out, HasSubstr(" 1 different, 0 unknown, 0 unmanaged")) << shown(outcome);
}

// A role belongs to all databases of a server: in the first one the block ran, in the second one
// not.
TEST_F(OtherServers, ARoleThatAnotherDatabaseHasMadeIsThereAlready) {
  by_hand("drop role if exists pgplumb_shared");
  const std::string block =
      "do $$ begin if not exists (select from pg_roles where rolname = 'pgplumb_shared') then "
      "create role pgplumb_shared; grant usage on schema public to pgplumb_shared; alter default "
      "privileges grant select on tables to pgplumb_shared; end if; end $$;\n";
  const std::string down =
      "drop table t; alter default privileges revoke select on tables from pgplumb_shared; revoke "
      "usage on schema public from pgplumb_shared";
  migration("1_a", block + "create table t (a int);\n", down);
  succeeds({"up"});
  succeeds({"verify"});
  succeeds({"down", "--yes"});
  succeeds({"up"});
  succeeds({"verify"});
  only_the_column_differs();
  by_hand("drop role pgplumb_shared");
}

// What it did by itself and somebody undid is a difference.
TEST_F(OtherServers, WhatAnEventTriggerDidIsPartOfTheState) {
  migration(
      "1_a",
      "create function secure() returns event_trigger language plpgsql as $$ declare r record;"
      " begin for r in select * from pg_event_trigger_ddl_commands() loop execute "
      "format('alter table %s enable row level security', r.object_identity); end loop; end "
      "$$;\ncreate event trigger secure on ddl_command_end when tag in ('CREATE TABLE') "
      "execute function secure();\ncreate table t (a int);\n");
  succeeds({"up"});
  succeeds({"verify"});
  by_hand("alter table t disable row level security");
  const Outcome outcome = run_on_database({"verify"});
  EXPECT_EQ(outcome.code, 2) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr("table public.t: row security is disabled"));
  by_hand("alter table t enable row level security");
  only_the_column_differs();
}

}  // namespace
}  // namespace pgplumb::testing
