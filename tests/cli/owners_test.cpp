// Whom things belong to: whoever runs a text, unless it names somebody.
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Owners : public ProgramTest {
 protected:
  void up() {
    const Outcome outcome = run_on_database({"up"});
    ASSERT_EQ(outcome.code, 0) << shown(outcome);
  }

  // What "verify" finds after `by_hand`: this line and nothing else.
  void expect_only(const std::string& by_hand, const std::string& line) {
    const Outcome before = run_on_database({"verify"});
    EXPECT_EQ(before.code, 0) << shown(before);
    connect().execute(by_hand);
    for (const bool offline : {false, true}) {
      std::vector<std::string> arguments = {"verify"};
      if (offline) arguments.push_back("--offline");
      const Outcome outcome = run_on_database(arguments);
      EXPECT_EQ(outcome.code, 2) << shown(outcome);
      EXPECT_THAT(outcome.out, HasSubstr(line));
      EXPECT_THAT(outcome.out, HasSubstr(" 1 different, 0 unknown,")) << shown(outcome);
    }
  }
};

TEST_F(Owners, OfWhatIsMadeAnewAreLeftToWhoeverRunsThePlan) {
  migration("1_a",
            "create table t (id int, a int);\ncreate view v as select id, a from t;\n"
            "create type st as enum ('a');\ncreate table u (s st);\n",
            "drop table u;\ndrop type st;\ndrop view v;\ndrop table t;\n");
  folder().write("schema/a.sql",
                 "create table t (id bigint, a int);\ncreate view v as select id, a from t;\n"
                 "create type st as enum ('a', 'b');\ncreate table u (s st);\n");
  EXPECT_THAT(generated(), Not(HasSubstr("OWNER TO")));
}

TEST_F(Owners, GoBackToWhoeverRunsTheWayDown) {
  migration("1_a", "create table t (a int);\ncreate table u (a int);\ncreate table w (a int);\n",
            "drop table t, u, w;\n");
  folder().write("schema/a.sql",
                 "create table t (a int);\ncreate table u (a int);\ncreate table w (a int);\n"
                 "alter table t owner to pg_monitor;\nalter table u owner to pg_monitor;\n");
  const std::string text = generated();
  EXPECT_THAT(text, HasSubstr("ALTER TABLE public.t OWNER TO pg_monitor;"));
  EXPECT_THAT(text, HasSubstr("ALTER TABLE public.u OWNER TO pg_monitor;"));
  EXPECT_THAT(text, HasSubstr("ALTER TABLE public.t OWNER TO CURRENT_USER;"));
  EXPECT_THAT(text, Not(HasSubstr("public.w")));
}

// The scratch server has a role of that name, which runs everything there.
TEST_F(Owners, ThatATextNamesStayNamed) {
  const std::string role = "postgres";
  migration("1_a", "create table t (a int);\n", "drop table t;\n");
  folder().write("schema/a.sql", "create table t (a int);\nalter table t owner to " + role + ";\n");
  folder().write("none.sql", "create table t (a int);\n");
  EXPECT_THAT(generated(), HasSubstr("ALTER TABLE public.t OWNER TO " + role + ";"));
  EXPECT_THAT(run({"diff", "schema:none.sql", "schema:schema", "--sql"}).out,
              HasSubstr("ALTER TABLE public.t OWNER TO " + role + ";"));
  EXPECT_THAT(run({"diff", "schema:schema", "schema:none.sql", "--sql"}).out,
              HasSubstr("ALTER TABLE public.t OWNER TO CURRENT_USER;"));
}

TEST_F(Owners, ThatATextNamesStayNamedWhereTheyHaveMost) {
  folder().write("a.sql",
                 "create schema s;\ncreate table s.t (a int);\n"
                 "alter table s.t owner to pg_monitor;\n"
                 "create function s.f() returns int language sql as 'select 1';\n"
                 "alter function s.f() owner to pg_monitor;\n"
                 "create view s.v as select 1 as a;\nalter view s.v owner to pg_read_all_data;\n");
  folder().write("b.sql",
                 "create schema s;\nalter schema s owner to pg_monitor;\n"
                 "create table s.t (a int);\n"
                 "create function s.f() returns int language sql as 'select 1';\n"
                 "alter function s.f() owner to pg_monitor;\n"
                 "create view s.v as select 1 as a;\nalter view s.v owner to pg_monitor;\n");
  const std::string there = run({"diff", "schema:a.sql", "schema:b.sql", "--sql"}).out;
  EXPECT_THAT(there, HasSubstr("ALTER SCHEMA s OWNER TO pg_monitor;"));
  EXPECT_THAT(there, HasSubstr("ALTER TABLE s.t OWNER TO CURRENT_USER;"));
  EXPECT_THAT(there, HasSubstr("ALTER VIEW s.v OWNER TO pg_monitor;"));
  const std::string back = run({"diff", "schema:b.sql", "schema:a.sql", "--sql"}).out;
  EXPECT_THAT(back, HasSubstr("ALTER SCHEMA s OWNER TO CURRENT_USER;"));
  EXPECT_THAT(back, HasSubstr("ALTER TABLE s.t OWNER TO pg_monitor;"));
  EXPECT_THAT(back, HasSubstr("ALTER VIEW s.v OWNER TO pg_read_all_data;"));
}

TEST_F(Owners, ThatWereChangedByHandAreTheOnlyOnesNamed) {
  migration("1_a",
            "create table t (a int);\ncreate table u (a int);\ncreate table w (a int);\n"
            "alter table t owner to pg_monitor;\nalter table u owner to pg_monitor;\n");
  up();
  expect_only(
      "alter table t owner to current_user",
      "table public.t: owner is " + value("select current_user") + ", migrations say pg_monitor");
}

// The only table that the text leaves to whoever runs it: the history knows who that was.
TEST_F(Owners, OfASingleTableAreKnownFromTheHistory) {
  migration("1_a", "create table t (a int);\n");
  up();
  expect_only("alter table t owner to pg_monitor",
              "table public.t: owner is pg_monitor, migrations say whoever runs them (" +
                  value("select current_user") + ")");
}

TEST_F(Owners, AreNoDriftBesideATrueOne) {
  migration("1_a",
            "create schema own authorization pg_monitor;\nset role pg_monitor;\n"
            "create table own.a (id int);\nreset role;\ncreate table b (id int);\n");
  up();
  expect_only("alter table own.a add x int", "own.a.x exists, migrations do not have it");
}

// A copy that belongs to another role as a whole, with the history in it.
TEST_F(Owners, OfACopyAreWhoeverMadeTheCopy) {
  migration("1_a", "create table t (a int);\ncreate table u (a int);\n");
  up();
  connect().execute(
      "alter table t owner to pg_monitor; alter table u owner to pg_monitor;"
      "alter table schema_migrations owner to pg_monitor;"
      "alter table schema_migrations_log owner to pg_monitor");
  const Outcome outcome = run_on_database({"verify"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
}

// The scratch server has no such role, and the one in force may not make it.
TEST_F(Owners, ARoleIsNamedForTheFirstTimeByAnother) {
  connect().execute("create role pgplumb_reader");
  migration("1_a",
            "create schema own authorization pg_monitor;\nset role pg_monitor;\n"
            "create table own.a (id int);\ngrant select on own.a to pgplumb_reader;\n"
            "reset role;\n",
            "drop schema own cascade;\n");
  up();
  expect_only("alter table own.a add x int", "own.a.x exists, migrations do not have it");
  connect().execute("drop owned by pgplumb_reader; drop role pgplumb_reader");
}

// A transaction of the server goes on not knowing roles that it has looked for.
TEST_F(Owners, RolesThatAreOnlyGrantedSomethingAreMadeOnTheScratchServer) {
  const std::string grants =
      "grant select on t to reader_of_t;\ngrant select on t to second_reader_of_t;\n";
  migration("1_a", "create table t (a int);\n" + grants, "drop table t;\n");
  folder().write("schema/a.sql", "create table t (a int, b int);\n" + grants);
  EXPECT_THAT(generated(), HasSubstr("ADD COLUMN b integer"));
}

TEST_F(Owners, ADumpNamesThemWhereTheyAreNotWhoeverRunsIt) {
  connect().execute(
      "create table a (x int); create table b (x int); create table c (x int);"
      "alter table a owner to pg_monitor; alter table b owner to pg_monitor");
  const Outcome outcome = run_on_database({"dump"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr("ALTER TABLE public.a OWNER TO pg_monitor;"));
  EXPECT_THAT(outcome.out, HasSubstr("ALTER TABLE public.b OWNER TO pg_monitor;"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("ALTER TABLE public.c")));
  EXPECT_THAT(outcome.err, HasSubstr("what belongs to " + value("select current_user") +
                                     " names no owner in the text: it will belong to whoever runs "
                                     "it"));
}

TEST_F(Owners, VerifyFollowsARenamedNamespace) {
  connect().execute("create schema before_all");
  migration("1_a",
            "create schema a;\ncreate table a.t (id int);\nalter schema a rename to shop;\n"
            "alter schema before_all rename to after_all;\ncreate table after_all.t (id int);\n");
  up();
  expect_only("alter table shop.t add x int", "shop.t.x exists, migrations do not have it");
}

class PublicNamespace : public Owners {};

TEST_F(PublicNamespace, RightsAndOwnerAreInThePlan) {
  const std::string open = "create table t (a int);\n";
  const std::string closed =
      open + "revoke all on schema public from public;\nalter schema public owner to pg_monitor;\n";
  folder().write("open.sql", open);
  folder().write("closed.sql", closed);
  const std::string there = run({"diff", "schema:open.sql", "schema:closed.sql", "--sql"}).out;
  EXPECT_THAT(there, HasSubstr("REVOKE USAGE ON SCHEMA public FROM PUBLIC;"));
  EXPECT_THAT(there, HasSubstr("ALTER SCHEMA public OWNER TO pg_monitor;"));
  const std::string back = run({"diff", "schema:closed.sql", "schema:open.sql", "--sql"}).out;
  EXPECT_THAT(back, HasSubstr("GRANT USAGE ON SCHEMA public TO PUBLIC;"));
  EXPECT_THAT(back, HasSubstr("ALTER SCHEMA public OWNER TO pg_database_owner;"));
  migration("1_a", open, "drop table t;\n");
  folder().write("schema/a.sql", closed);
  const std::string text = generated();
  EXPECT_THAT(text, HasSubstr("REVOKE USAGE ON SCHEMA public FROM PUBLIC;"));
  EXPECT_THAT(text, HasSubstr("GRANT USAGE ON SCHEMA public TO PUBLIC;"));
  EXPECT_THAT(text, HasSubstr("ALTER SCHEMA public OWNER TO pg_database_owner;"));
}

TEST_F(PublicNamespace, RightsAndOwnerAreInADump) {
  connect().execute(
      "revoke all on schema public from public; alter schema public owner to pg_monitor");
  const Outcome outcome = run_on_database({"dump"});
  EXPECT_THAT(outcome.out, HasSubstr("REVOKE USAGE ON SCHEMA public FROM PUBLIC;"));
  EXPECT_THAT(outcome.out, HasSubstr("ALTER SCHEMA public OWNER TO pg_monitor;"));
}

TEST_F(PublicNamespace, MadeAnewHasTheCommentThatTheTextGives) {
  connect().execute(
      "drop schema public cascade; create schema public;"
      "comment on schema public is 'standard public schema'");
  folder().write("a.sql",
                 "drop schema public cascade;\ncreate schema public;\n"
                 "comment on schema public is 'standard public schema';\n");
  const Outcome same = run_on_database({"diff", "schema:a.sql", "live"});
  EXPECT_EQ(same.code, 0) << shown(same);
  connect().execute("comment on schema public is null");
  const Outcome other = run_on_database({"diff", "schema:a.sql", "live"});
  EXPECT_EQ(other.code, 2) << shown(other);
  EXPECT_THAT(other.out, HasSubstr("schema public: comment is"));
}

TEST_F(PublicNamespace, ThatTakesTheHistoryAlongSaysSo) {
  migration("1_a", "create table t (a int);\n");
  up();
  migration("2_b", "drop schema public cascade;\ncreate schema public;\n");
  const Outcome outcome = run_on_database({"up"});
  EXPECT_EQ(outcome.code, 1) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("pgplumb's history, the table public.schema_migrations"));
  EXPECT_THAT(outcome.err, HasSubstr("history.schema"));
  EXPECT_EQ(value("select count(*) from schema_migrations"), "1");
}

}  // namespace
}  // namespace pgplumb::testing
