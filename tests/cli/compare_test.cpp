// verify, diff and generate.
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"
#include "tests/support/server_programs.hpp"

namespace pgplumb::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Compare : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    if (IsSkipped()) return;
    migration("1_shop",
              "create table orders (\n"
              "  id bigint primary key,\n"
              "  total integer not null default 0\n"
              ");\n"
              "create index orders_total_idx on orders (total);\n",
              "drop table orders;\n");
    folder().write("schema/shop.sql", read_file(folder().path() / "migrations/1_shop.up.sql"));
  }
};

TEST_F(Compare, VerifyIsCleanAfterUp) {
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  const Outcome outcome = run_on_database({"verify"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr(" 0 different, 0 unknown, 0 unmanaged\n"));
}

TEST_F(Compare, VerifyNamesWhatWasDoneByHand) {
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  struct Case {
    const char* by_hand;
    const char* back;
    const char* line;
  };
  for (const Case& one : {
           Case{"drop index orders_total_idx", "create index orders_total_idx on orders (total)",
                "index public.orders_total_idx is missing, migrations make it at "
                "migrations/1_shop.up.sql:5:1\n"},
           Case{"alter table orders alter total type bigint",
                "alter table orders alter total type integer",
                "public.orders.total: type is bigint, migrations say integer "
                "(migrations/1_shop.up.sql:"},
           Case{"create table extra (x int)", "drop table extra",
                "table public.extra exists, migrations do not have it\n"},
       }) {
    connect().execute(one.by_hand);
    const Outcome outcome = run_on_database({"verify"});
    EXPECT_EQ(outcome.code, 2) << shown(outcome);
    EXPECT_THAT(outcome.out, HasSubstr(one.line));
    EXPECT_THAT(outcome.out, HasSubstr(" 1 different, 0 unknown,"));
    connect().execute(one.back);
  }
}

// Made by whoever gave the team its database; no migration says so.
TEST_F(Compare, VerifyTakesNamespacesAndPathAsTheMigrationsFoundThem) {
  const std::string database =
      connect().query("select quote_ident(current_database())").front().string(0);
  connect().execute(
      "create schema app; comment on schema app is 'by hand'; create schema unused;"
      "alter database " +
      database + " set search_path = app, public");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  EXPECT_EQ(value("select 'app.orders'::regclass::text || count(*) from pg_views where false"),
            "orders0");
  const Outcome outcome = run_on_database({"verify"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.out, HasSubstr("schema unused exists, migrations do not have it"));
  EXPECT_THAT(outcome.out, HasSubstr(" 1 different, 0 unknown,")) << shown(outcome);
  connect().execute("drop schema unused; create view app.orders_view as select id from app.orders");
  EXPECT_THAT(run_on_database({"verify"}).out, HasSubstr("view app.orders_view exists"));
}

// What still differs is built on a scratch server, which must look the same to the migrations.
TEST_F(Compare, TheScratchServerHasTheNamespacesThatWereThere) {
  connect().execute("create schema app");
  migration("2_app", "create table app.t (d date default to_date('2024', 'YYYY'));\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  EXPECT_EQ(run_on_database({"verify"}).code, 0);
  connect().execute("alter table app.t alter d set default to_date('2025', 'YYYY')");
  const Outcome outcome = run_on_database({"verify"});
  EXPECT_EQ(outcome.code, 2) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr(" 1 different, 0 unknown,")) << shown(outcome);
  EXPECT_THAT(outcome.err, Not(HasSubstr("refuses"))) << shown(outcome);
}

TEST_F(Compare, VerifyWithoutHistoryComparesWithNothing) {
  EXPECT_EQ(run_on_database({"verify"}).code, 0);
  connect().execute("create table extra (x int)");
  const Outcome outcome = run_on_database({"verify"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("nothing is applied"));
}

TEST_F(Compare, VerifyReportsAnAppliedFileThatChanged) {
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  migration("2_b", "select 1;\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  migration("2_b", "select 2;\n");
  const Outcome outcome = run_on_database({"verify"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("[history_changed]"));
}

// What the policies accept stops nothing, also where up verifies first.
TEST_F(Compare, VerifyFollowsThePoliciesAboutTheHistory) {
  migration("2_b", "select 1;\n");
  migration("3_c", "select 1;\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  migration("2_b", "select 2;\n");
  std::filesystem::remove(folder().path() / "migrations/3_c.up.sql");
  EXPECT_EQ(run_on_database({"verify"}).code, 2);
  EXPECT_EQ(run_on_database({"verify", "--changed", "ignore"}).code, 2);
  const Outcome accepted =
      run_on_database({"verify", "--changed", "ignore", "--missing", "ignore"});
  EXPECT_EQ(accepted.code, 0) << shown(accepted);
  folder().write("pgplumb.yaml",
                 "default_environment: e\nhistory: {missing: ignore}\n"
                 "environments: {e: {url: \"${DATABASE_URL}\", require_verify: true}}\n");
  migration("4_d", "select 1;\n");
  EXPECT_EQ(run_on_database({"up"}).code, 3);
  EXPECT_EQ(run_on_database({"up", "--changed", "ignore"}).code, 0);
}

TEST_F(Compare, RequireVerifyStopsAnAlteredDatabase) {
  folder().write("pgplumb.yaml",
                 "default_environment: e\n"
                 "environments: {e: {url: \"${DATABASE_URL}\", require_verify: true}}\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  connect().execute("alter table orders add by_hand int");
  migration("2_b", "create table b (x int);\n");
  const Outcome outcome = run_on_database({"up"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("public.orders.by_hand exists"));
  EXPECT_EQ(value("select to_regclass('b') is null"), "t");
}

TEST_F(Compare, DiffOfTwoTextsAsSql) {
  folder().write(
      "after.sql",
      "create table orders (id bigint primary key, total integer not null default 0);\n");
  const Outcome outcome = run({"diff", "schema:schema", "schema:after.sql", "--sql", "--offline"});
  EXPECT_EQ(outcome.code, 2) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr("DROP INDEX public.orders_total_idx;"));
  EXPECT_EQ(run({"diff", "schema", "migrations", "--offline"}).code, 0);
}

// The scratch server may be too old to know MAINTAIN, which REVOKE ALL would take away as well.
TEST_F(Compare, DiffRevokesNoMoreThanTheTextDoes) {
  folder().write("old.sql", "create table t (id int);\n");
  folder().write(
      "new.sql",
      "create table t (id int);\nalter default privileges for role pg_monitor revoke insert on "
      "tables from pg_monitor;\n");
  const Outcome outcome = run({"diff", "schema:old.sql", "schema:new.sql", "--sql"});
  EXPECT_THAT(outcome.out, HasSubstr(" REVOKE INSERT ON TABLES FROM pg_monitor;\n"))
      << shown(outcome);
}

// Most of what a text makes may belong to somebody who did not run it.
TEST_F(Compare, DiffKeepsTheOwnerThatMostObjectsAreGivenTo) {
  folder().write("none.sql", "");
  folder().write("owned.sql", "create table a (x int);\nalter table a owner to pg_monitor;\n");
  const Outcome outcome = run({"diff", "schema:none.sql", "schema:owned.sql", "--sql"});
  EXPECT_EQ(outcome.code, 2) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr("ALTER TABLE public.a OWNER TO pg_monitor;"));
}

TEST_F(Compare, DiffAsJson) {
  const Outcome outcome = run_on_database({"diff", "schema", "live", "--format", "json"});
  EXPECT_EQ(outcome.code, 2) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr("\"verb\": \"drop\""));
  EXPECT_THAT(outcome.out, HasSubstr("\"object\": \"public.orders\""));
}

TEST_F(Compare, DiffOfSomethingThatIsNoState) {
  EXPECT_EQ(shown(run({"diff", "schema", "nonsense"})),
            "64\n--- err\npgplumb: \"nonsense\" is no state; write schema:PATH, "
            "migrations:FOLDER[@VERSION] or a postgresql:// URL\n");
}

// Nothing to read must not pass for an empty state, whose SQL would drop everything.
TEST_F(Compare, DiffOfAStateThatIsNotThere) {
  struct Case {
    const char* state;
    const char* message;
  };
  for (const Case& one :
       {Case{"schema:nowhere", "there is no schema at nowhere"},
        Case{"migrations:nowhere", "there is no folder nowhere"},
        Case{"migrations:migrations@7", "there is no migration of version 7 in migrations"}}) {
    for (const char* format : {"--sql", "--format=json", "--format=text"}) {
      const Outcome outcome = run({"diff", "schema:schema", one.state, format});
      EXPECT_EQ(outcome.code, 1) << shown(outcome);
      EXPECT_EQ(outcome.out, "");
      EXPECT_THAT(outcome.err, HasSubstr(one.message));
    }
  }
}

// A dump of a database that pgplumb migrated holds its tables and the rows.
TEST_F(Compare, ADumpInTheSchemaFolder) {
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  std::string columns;
  for (const char* table : {"schema_migrations", "schema_migrations_log"}) {
    columns += "create table public." + std::string(table) + " (" +
               value(
                   "select string_agg(format('%I %s', attname, atttypid::regtype), ', ') from "
                   "pg_attribute where attnum > 0 and attrelid = 'public." +
                   std::string(table) + "'::regclass") +
               ");\n";
  }
  folder().write("schema/history.sql",
                 columns + "copy public.schema_migrations (version) from stdin;\n1\n\\.\n");
  const Outcome clean = run_on_database({"diff", "schema", "live"});
  EXPECT_EQ(clean.code, 0) << shown(clean);
  EXPECT_THAT(run({"generate", "more"}).out, HasSubstr("Nothing to do"));
  connect().execute("alter table orders add extra int");
  const Outcome differs = run_on_database({"diff", "schema", "live"});
  EXPECT_EQ(differs.code, 2) << shown(differs);
  EXPECT_THAT(differs.out, HasSubstr(" 1 different, 0 unknown"));
  EXPECT_EQ(differs.err.find("refuses"), std::string::npos) << differs.err;
}

// What holds as long as a transaction, and what needs one.
TEST_F(Compare, GenerateKeepsTheTransactionsOfASchemaFile) {
  folder().write("schema/z.sql",
                 "begin;\n"
                 "lock table orders;\n"
                 "create temp table ids (id bigint) on commit drop;\n"
                 "set local search_path = pg_catalog;\n"
                 "commit;\n"
                 "create table ids (id bigint);\n"
                 "begin;\n"
                 "create table tried (id bigint);\n"
                 "rollback;\n");
  const Outcome outcome = run({"generate", "more"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("CREATE TABLE public.ids"));
  EXPECT_EQ(outcome.err.find("tried"), std::string::npos) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("proof: up reaches the schema: yes"));
}

TEST_F(Compare, GenerateWritesAPairThatWorks) {
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  EXPECT_EQ(shown(run({"generate", "nothing"})),
            "0\nNothing to do: the migrations lead to the schema\n");
  folder().write("schema/shop.sql",
                 "create table orders (\n"
                 "  id bigint primary key,\n"
                 "  total integer not null default 0,\n"
                 "  note text\n"
                 ");\n"
                 "create index orders_total_idx on orders (total);\n");
  const Outcome outcome = run({"generate", "add note"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.out, ::testing::MatchesRegex("migrations/[0-9]{14}_add_note.up.sql\n"
                                                   "migrations/[0-9]{14}_add_note.down.sql\n"));
  EXPECT_THAT(outcome.err, HasSubstr("rows survive: yes"));
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  EXPECT_EQ(run_on_database({"verify"}).code, 0);
  EXPECT_EQ(run_on_database({"down"}).code, 0);
  EXPECT_EQ(run_on_database({"verify"}).code, 0);
}

TEST_F(Compare, GenerateRenamesATableAndItsColumn) {
  const char* const renamed =
      "-- pgplumb: renamed from orders\n"
      "create table purchases (\n"
      "  id bigint primary key,\n"
      "  -- pgplumb: renamed from total\n"
      "  amount integer not null default 0\n"
      ");\n"
      "create index purchases_amount_idx on purchases (amount);\n";
  folder().write("schema/shop.sql", renamed);
  const Outcome outcome = run({"generate", "--dry-run", "by_directive"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr("ALTER TABLE public.orders RENAME TO purchases"));
  EXPECT_THAT(outcome.out, HasSubstr("ALTER TABLE public.purchases RENAME COLUMN total TO amount"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("DROP COLUMN")));

  std::string plain = renamed;
  for (const char* line :
       {"-- pgplumb: renamed from orders\n", "  -- pgplumb: renamed from total\n"}) {
    plain.erase(plain.find(line), std::string(line).size());
  }
  folder().write("schema/shop.sql", plain);
  const Outcome asked = run({"generate", "--dry-run", "by_flag", "--rename", "orders=purchases",
                             "--rename", "orders.total=amount"});
  EXPECT_EQ(asked.code, 0) << shown(asked);
  EXPECT_THAT(asked.out, HasSubstr("ALTER TABLE public.purchases RENAME COLUMN total TO amount"));
}

TEST_F(Compare, GenerateMovesATableToAnotherSchemaWhereThatIsSaid) {
  folder().write("schema/z.sql",
                 "create schema archive;\nalter table orders set schema archive;\n");
  const Outcome outcome = run({"generate", "--dry-run", "moved"});
  EXPECT_EQ(outcome.code, 3) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("if table public.orders was moved to archive.orders, say so: "
                                     "--rename public.orders=archive.orders"));
  const Outcome said = run({"generate", "--dry-run", "moved", "--rename", "orders=archive.orders"});
  EXPECT_EQ(said.code, 0) << shown(said);
  EXPECT_THAT(said.out, HasSubstr("ALTER TABLE public.orders SET SCHEMA archive"));
  EXPECT_THAT(said.out, Not(HasSubstr("DROP TABLE")));
}

TEST_F(Compare, GenerateOffersARenameThatCanBeGiven) {
  const std::string orders = read_file(folder().path() / "schema" / "shop.sql");
  migration("9_odd", "create schema odd;\ncreate table odd.\"a.b=c\"\"d\" (x int);\n");
  folder().write("schema/shop.sql", orders +
                                        "create schema odd;\n"
                                        "create table odd.\"new.name\" (x int);\n");
  const Outcome outcome = run({"generate", "--dry-run", "odd"});
  EXPECT_EQ(outcome.code, 3) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("--rename odd.\"a.b=c\"\"d\"=\"new.name\""));
  const Outcome said =
      run({"generate", "--dry-run", "odd", "--rename", "odd.\"a.b=c\"\"d\"=\"new.name\""});
  EXPECT_EQ(said.code, 0) << shown(said);
  EXPECT_THAT(said.out, HasSubstr("ALTER TABLE odd.\"a.b=c\"\"d\" RENAME TO \"new.name\""));
}

TEST_F(Compare, GenerateRenamesWhatATableHas) {
  migration("9_parts",
            "create table p (a int, constraint c check (a > 0));\n"
            "create table q () inherits (p);\n"
            "create policy y on p using (a = 1);\n");
  folder().write("schema/z.sql",
                 "create table p (a int, constraint d check (a >= 0));\n"
                 "create table q () inherits (p);\n"
                 "create policy z on p using (a = 1);\n");
  const Outcome said =
      run({"generate", "--dry-run", "parts", "--rename", "p.c=d", "--rename", "public.p.y=z"});
  EXPECT_EQ(said.code, 0) << shown(said);
  EXPECT_THAT(said.out, HasSubstr("ALTER TABLE public.p RENAME CONSTRAINT c TO d"));
  EXPECT_THAT(said.out, Not(HasSubstr("ALTER TABLE public.q")));
  EXPECT_THAT(said.out, HasSubstr("ALTER POLICY y ON public.p RENAME TO z"));
}

TEST_F(Compare, GenerateSaysWhatARenameOfNothingIs) {
  const Outcome outcome = run({"generate", "--rename", "ordrs.total=amount"});
  EXPECT_EQ(outcome.code, 64) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("error: --rename ordrs.total=amount: want EXISTING=NAME"));
  EXPECT_THAT(outcome.err, HasSubstr("pgplumb: nothing was written\n"));
  EXPECT_EQ(files("migrations").size(), 2U);
}

TEST_F(Compare, GenerateSaysWhyNothingIsProved) {
  folder().write("schema/1.sql", "create table added (a int);\n");
  EXPECT_THAT(run({"generate", "--offline", "--dry-run"}).err,
              HasSubstr("NOT PROVED (no scratch server is used (--offline)): review"));
  EXPECT_THAT(run({"generate", "--no-proof", "--dry-run"}).err,
              HasSubstr("NOT PROVED (as asked with --no-proof): review"));
}

TEST_F(Compare, GenerateInsistsOnTheScratchServerThatWasNamed) {
  folder().write("schema/1.sql", "create table added (a int);\n");
  const Outcome outcome =
      run({"generate", "more", "--scratch", "postgresql:///x?host=/nonexistent"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("[scratch_server]"));
  EXPECT_THAT(outcome.err, HasSubstr("nothing was written"));
}

TEST_F(Compare, GenerateSaysThatTheProofRanOnAnotherVersion) {
  const int major = server()->server_major();
  const int other = major == 17 ? 16 : 17;
  const auto programs = server_programs(other);
  if (!programs) GTEST_SKIP() << "no server to test with: " << why_no_programs(other);
  folder().write("schema/1.sql", "create table added (a int);\n");
  const Outcome outcome =
      run_on_database({"generate", "more"}, {{"PGPLUMB_PG_BIN", programs->string()}});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("the database runs PostgreSQL " + std::to_string(major) +
                                     ", the proof ran on " + std::to_string(other)));
  const Outcome same = run_on_database({"generate", "again", "--dry-run"});
  EXPECT_EQ(same.err.find("the proof ran on"), std::string::npos) << same.err;
}

TEST_F(Compare, GenerateRefusesToLoseData) {
  folder().write("schema/shop.sql", "create table orders (id bigint primary key);\n");
  const Outcome outcome = run({"generate"});
  EXPECT_EQ(outcome.code, 3) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("[hazard_refused]"));
  EXPECT_EQ(files("migrations").size(), 2U);
  EXPECT_EQ(run({"generate", "--allow", "drops_column:public.orders.total"}).code, 0);
}

}  // namespace
}  // namespace pgplumb::testing
