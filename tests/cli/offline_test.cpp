// What is said, and planned, of what the texts alone leave open.
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class Offline : public OfflineProgramTest {
 protected:
  std::string said_of(const std::string& current, const std::string& desired,
                      const std::vector<std::string>& options = {}) {
    folder().write("a.sql", current);
    folder().write("b.sql", desired);
    std::vector<std::string> arguments = {"diff", "schema:a.sql", "schema:b.sql", "--offline"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run(arguments).out;
  }
};

// Whose contents no text tells.
TEST_F(Offline, ATypeOfAnExtensionThatIsWrittenAlikeIsNotChanged) {
  const std::string text =
      "create extension citext;\ncreate table t (id int, email citext);\n"
      "create view v as select email from t;\n";
  const std::string plan = said_of(text, text + "create table z (i int);\n", {"--sql"});
  EXPECT_THAT(plan, HasSubstr("CREATE TABLE public.z"));
  EXPECT_THAT(plan, Not(HasSubstr("VIEW")));
  EXPECT_THAT(plan, Not(HasSubstr("public.t")));
}

std::string maybe(const std::string& statement) {
  return "do $$ begin if random() < 2 then " + statement + "; end if; end $$;\n";
}

TEST_F(Offline, WhatMayBeThereIsSaidOfTheSideThatLeavesItOpen) {
  const std::string open =
      "create table b (id int);\n" + maybe("create table a (id int)") + maybe("drop table b");
  const auto both = AllOf(HasSubstr("table public.a: statements not understood may have made it"),
                          HasSubstr("table public.b: statements not understood may have dropped"));
  EXPECT_THAT(said_of(open, "create table a (id int);\n"), both);
  EXPECT_THAT(said_of("create table a (id int);\n", open), both);
}

// The column may be there: then the index is, too.
TEST_F(Offline, WhatIsDoneToWhatMayBeThereIsLeftOpen) {
  const std::string table = "create table t (id int, name text);\n";
  const std::string column = "alter table t add column kind text";
  const std::string open = table + maybe(column);
  const std::string done = table + column + ";\n";
  for (const char* later :
       {"create index i on t (kind)", "alter table t rename column kind to sort",
        "comment on column t.kind is 'x'", "alter table t add constraint k unique (kind)"}) {
    std::string current = open;
    std::string desired = done;
    EXPECT_THAT(said_of(current.append(later), desired.append(later)), HasSubstr(" 0 different, "))
        << later;
  }
}

// What the server derives from something that may be there.
TEST_F(Offline, WhatFollowsFromWhatMayBeThereIsLeftOpen) {
  struct Derived {
    std::string before;
    std::string open;  // done or not
    std::string after;
  };
  const std::vector<Derived> all = {
      {"", "alter default privileges in schema public grant select on tables to pg_monitor",
       "create table t (a int);"},
      {"", "alter default privileges revoke execute on functions from public",
       "create function f() returns int language sql as 'select 1';"},
      {"create table p (a int) partition by list (a);", "create index p_a on p (a)",
       "create table q partition of p for values in (1);"},
      {"create table p (a int);", "alter table p add constraint ck check (a > 0)",
       "create table q (like p including all);"},
      {"create table p (a int);", "alter table p add constraint ck check (a > 0)",
       "create table q () inherits (p);"},
      {"create table p (a int); create function f() returns setof p language sql as 'select * "
       "from p';",
       "alter table p add b int", "create view v as select * from f();"},
      {"create schema app;", "set search_path to app", "create table t (a int);"},
      {"create schema app;", "perform set_config('search_path', 'app', false)",
       "create table t (a int);"},
      {"grant create on schema public to pg_monitor;", "set role pg_monitor",
       "create table t (a int);"},
      {"", "create table t (b text)",
       "do $$ begin create table t (a int); exception when duplicate_table then null; end $$;"},
      {"", "create type t as enum ('a')",
       "do $$ begin create type t as enum ('b'); exception when duplicate_object then alter type t "
       "rename to u; end $$;"},
  };
  for (const Derived& one : all) {
    std::string open = one.before;
    open.append(maybe(one.open)).append(one.after);
    const bool is_call = one.open.starts_with("perform");
    std::string done = one.before;
    done.append(is_call ? "select" + one.open.substr(7) : one.open).append(";").append(one.after);
    EXPECT_THAT(said_of(open, done), HasSubstr(" 0 different, ")) << one.open;
    EXPECT_THAT(said_of(done, open), HasSubstr(" 0 different, ")) << one.open;
  }
}

// Statements that change rows, and what else they may do.
TEST_F(Offline, WhatAChangeOfRowsDoesToTheSchemaIsLeftOpen) {
  const std::string maker =
      "create function make() returns int language plpgsql as $$ begin execute 'create table made' "
      "|| random(); return 1; end $$;\n"
      "create function react() returns trigger language plpgsql as $$ begin perform make(); return "
      "new; end $$;\n";
  const std::string tables =
      "create table t (a int not null);\ncreate table watched (a int);\n"
      "create trigger react before insert on watched for each row execute function react();\n";
  const std::string in_a_block =
      "do $$ begin if random() < 2 then insert into \"pg_catalog\".\"pg_enum\" select; end if; "
      "end $$";
  const std::vector<std::string> changes = {
      "insert into t select make()",
      "update t set a = make()",
      "delete from t where make() = 1",
      "with x as (select make()) insert into t select 1",
      "insert into watched values (1)",
      "update pg_attribute set attnotnull = false where attrelid = 't'::regclass",
      "delete from only pg_catalog.pg_depend where deptype = 'n'",
      "do $$ begin execute 'delete from pg_enum where enumlabel = ' || random(); end $$",
      in_a_block};
  for (const std::string& change : changes) {
    std::string open = maker;
    open.append(tables).append(change);
    std::string said = said_of(open, maker + "create table made (x int);\n");
    EXPECT_THAT(said, HasSubstr(" 0 different, ")) << change;
    EXPECT_THAT(said, HasSubstr("table public.made: statements not understood")) << change;
  }
}

TEST_F(Offline, AChangeOfRowsThatCallsNothingIsPassedOver) {
  const std::string text =
      "create function make() returns int language plpgsql as $$ begin execute 'create table made' "
      "|| random(); return 1; end $$;\n"
      "create table t (a int, pg_made text);\n"
      "insert into t values (1, 'update pg_class set relname = 2');\n"
      "insert into t (a) select oid::int from pg_class for update;\n"
      "insert into t (a, pg_made) select 1, 'make()' on conflict do nothing;\n"
      "create table pg_tables_of_ours (a int);\n"
      "update t set a = 2 from pg_class where pg_class.relname = t.pg_made;\n";
  EXPECT_THAT(said_of(text, text), HasSubstr(" 0 unknown, 0 unmanaged\n"));
}

// An event trigger runs beside the statements that it is for.
TEST_F(Offline, WhatAnEventTriggerDoesIsLeftOpen) {
  const std::string trigger =
      "create function secure() returns event_trigger language plpgsql as $$ declare r record; "
      "begin "
      "for r in select * from pg_event_trigger_ddl_commands() loop execute format('alter table %s "
      "enable row level security', r.object_identity); end loop; end $$;\n"
      "create event trigger secure on ddl_command_end when tag in ('CREATE TABLE') "
      "execute function secure();\n";
  const std::string table = "create unlogged table t (a int);\n";
  const std::string secured = table + "alter table t enable row level security;\n";
  EXPECT_THAT(said_of(trigger + table, trigger + "create view v as select 1 as a;\n" + secured),
              AllOf(HasSubstr("table public.t: row security may be"),
                    HasSubstr("event trigger secure"), HasSubstr("view public.v")));
  const std::string off = trigger + "alter event trigger secure disable;\n";
  EXPECT_THAT(said_of(off + table, off + secured), HasSubstr(" 1 different, 0 unknown"));
  const std::string harmless =
      "create function tell() returns event_trigger language plpgsql as "
      "$$ begin notify changed; end $$;\n"
      "create event trigger tell on ddl_command_end execute function tell();\n";
  EXPECT_THAT(said_of(harmless + table, harmless + secured), HasSubstr(" 1 different, 0 unknown"));
}

}  // namespace
}  // namespace pgplumb::testing
