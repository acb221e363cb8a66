// What keeps a deployment safe: locks, timeouts, policies, secrets, data in batches.
#include <thread>

#include "pg/advisory_lock.hpp"
#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class Safety : public ProgramTest {
 protected:
  void configure(const std::string& settings) {
    folder().write("pgplumb.yaml",
                   "environments: {test: {url: \"${DATABASE_URL}\", " + settings + "}}\n");
  }
  Outcome run_here(std::vector<std::string> arguments, const Variables& variables = {}) {
    arguments.insert(arguments.end(), {"--env", "test"});
    return run_on_database(arguments, variables);
  }
};

TEST_F(Safety, WaitingForAnotherRunIsSaid) {
  migration("1_a", "create table a (x int);\n");
  pg::Session other = connect();
  auto lock = pg::AdvisoryLock::acquire(other, pg::advisory_key("public.schema_migrations"), {});
  ASSERT_TRUE(lock);
  std::thread release([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    lock->unlock();
  });
  const Outcome outcome = run_on_database({"up"});
  release.join();
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_EQ(outcome.err.find("waiting for another run of pgplumb: pid " +
                             std::to_string(other.backend_pid()) + " (pgplumb, user postgres"),
            0U)
      << outcome.err;
}

TEST_F(Safety, ALockTimeoutIsSaidAndTriedAgain) {
  configure("lock_timeout: 50ms, lock_attempts: 2");
  connect().execute("create table a (x int)");
  migration("1_a", "alter table a add y int;\n");
  pg::Session other = connect();
  other.execute("begin; lock table a");
  const Outcome outcome = run_here({"up"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.err.find("1_a did not get a lock in time (try 1); trying again in 500 ms\n"),
            0U)
      << outcome.err;
  EXPECT_NE(outcome.err.find("canceling statement due to lock timeout (SQLSTATE 55P03)"),
            std::string::npos);
}

TEST_F(Safety, ALongStatementSaysWhatItWaitsFor) {
  connect().execute("create table a (x int)");
  migration("1_a", "alter table a add y int;\n");
  pg::Session other = connect();
  other.execute("begin; lock table a");
  std::thread release([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(6500));
    other.execute("rollback");
  });
  const Outcome outcome = run_on_database({"up"});
  release.join();
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_EQ(outcome.err.find("  migrations/1_a.up.sql:1:1: running for "), 0U) << outcome.err;
  EXPECT_NE(outcome.err.find("waits for a lock that pid " + std::to_string(other.backend_pid()) +
                             " (pgplumb) has\n"),
            std::string::npos)
      << outcome.err;
}

TEST_F(Safety, StatementsHaveATimeLimit) {
  configure("statement_timeout: 50ms");
  migration("1_a", "select pg_sleep(5);\n");
  EXPECT_NE(run_here({"up"}).err.find("(SQLSTATE 57014)"), std::string::npos);
  migration("1_a", "-- pgplumb: statement-timeout 5s\nselect pg_sleep(0.1);\n");
  EXPECT_EQ(run_here({"up"}).code, 0);
}

// What another run is at has not stopped.
TEST_F(Safety, AMigrationThatIsBeingRun) {
  migration("1_a",
            "-- pgplumb: no-transaction\ncreate table a (x int);\nselect 1 / count(*) from a;\n");
  EXPECT_EQ(run_on_database({"up"}).code, 1);
  const Outcome stopped = run_on_database({"verify"});
  EXPECT_EQ(stopped.code, 2);
  EXPECT_NE(stopped.err.find("migration 1_a stopped after 1 of 2 statements [history_changed]"),
            std::string::npos)
      << stopped.err;
  pg::Session other = connect();
  const auto lock =
      pg::AdvisoryLock::acquire(other, pg::advisory_key("public.schema_migrations"), {});
  ASSERT_TRUE(lock);
  const Outcome at_work = run_on_database({"verify"});
  EXPECT_EQ(at_work.code, 2);
  EXPECT_NE(
      at_work.err.find("migration 1_a has run 1 of 2 statements; another run of pgplumb is at "
                       "work in this database: pid " +
                       std::to_string(other.backend_pid())),
      std::string::npos)
      << at_work.err;
}

// Flags come before the file, and the migration's own directive before them.
TEST_F(Safety, TimeLimitsAsFlags) {
  configure("lock_timeout: 1min, statement_timeout: 1min");
  migration("1_a", "select 1;\n", "-- pgplumb: statement-timeout 5s\nselect 2;\n");
  EXPECT_EQ(
      shown(run_here({"up", "--dry-run", "--lock-timeout", "2s", "--statement-timeout", "1m"})),
      "0\n-- would apply 1_a, in one transaction\nbegin;\nset local lock_timeout = '2000ms';\n"
      "set local statement_timeout = '60000ms';\nselect 1;\ncommit;\n"
      "--- err\n--dry-run: 1 migration would run; nothing was changed\n");
  EXPECT_EQ(run_here({"up"}).code, 0);
  const Outcome down = run_here({"down", "--dry-run", "--statement-timeout", "50ms"});
  EXPECT_NE(down.out.find("set local statement_timeout = '5s';\n"), std::string::npos) << down.out;
  EXPECT_EQ(shown(run_here({"up", "--lock-timeout", "soon"})),
            "64\n--- err\npgplumb: --lock-timeout: \"soon\" is no time; write 500ms, 30s, 10min or "
            "1h\n");
}

TEST_F(Safety, AServerThatIsNotThereIsWaitedFor) {
  migration("1_a", "select 1;\n");
  const Outcome outcome =
      run({"status", "--wait", "600ms"}, {{"DATABASE_URL", "postgresql://u@/d?host=/nowhere"}});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.err.find("waiting for the server: "), 0U) << outcome.err;
  EXPECT_EQ(run_on_database({"status", "--wait", "2s"}).code, 0);
  EXPECT_EQ(run_on_database({"status", "--wait", "soon"}).code, 64);
}

TEST_F(Safety, PasswordsComeFromFiles) {
  migration("1_a", "select 1;\n");
  folder().write("secret", std::string(kSecret) + "\n");
  configure("password_file: secret");
  const Variables url_alone = {{"DATABASE_URL", url().conninfo()}};
  EXPECT_EQ(run_here({"status"}, url_alone).code, 0);
  configure("password_file: no_such_file");
  const Outcome missing = run_here({"status"}, url_alone);
  EXPECT_EQ(missing.code, 64);
  EXPECT_NE(missing.err.find("there is no file no_such_file to read a value from"),
            std::string::npos)
      << missing.err;
  folder().write("pgplumb.yaml", "environments: {test: {url: \"" + url().conninfo() +
                                     " password=${file:secret}\"}}\n");
  EXPECT_EQ(run({"status", "--env", "test"}).code, 0);
}

// Every stream and the history are searched by the fixture.
TEST_F(Safety, PasswordsInMigrationsAreNotShown) {
  const std::string secret = kSecret;
  migration("1_a",
            "create role pgplumb_secret login password '" + secret +
                "';\nalter role pgplumb_secret encrypted password $a$" + secret +
                "$a$ valid until '2030-01-01';\n",
            "drop role pgplumb_secret;\n");
  migration("2_b", "do $$ begin raise 'no way to postgresql://u:" + secret +
                       "@h/db, with password=" + secret + "'; end $$;\n");
  const Outcome planned = run_on_database({"up", "--dry-run"});
  EXPECT_EQ(planned.code, 0);
  EXPECT_NE(planned.out.find("create role pgplumb_secret login password ****;\n"),
            std::string::npos)
      << planned.out;
  EXPECT_EQ(run_on_database({"up", "--verbose"}).code, 1);
  EXPECT_EQ(run_on_database({"status"}).code, 0);
  EXPECT_EQ(run_on_database({"verify", "--format", "json"}).code, 0);
  EXPECT_EQ(run_on_database({"check"}).code, 1);
  migration("3_c", "alter role pgplumb_secret password '" + secret + "' bogus;\n");
  EXPECT_EQ(run_on_database({"up"}).code, 1);
  folder().write("migrations/2_b.up.sql", "select 1;\n");
  folder().write("migrations/3_c.up.sql", "alter role nobody_here password '" + secret + "';\n");
  EXPECT_EQ(run_on_database({"up"}).code, 1);
  EXPECT_EQ(run_on_database({"down", "--all"}).code, 1);  // 2_b has no way down
  connect().execute("drop role pgplumb_secret");
}

TEST_F(Safety, ARoleAndASearchPathFromTheConfiguration) {
  connect().execute(
      "do $$ begin create role pgplumb_owner; exception when duplicate_object then null; end $$;"
      "create schema shop authorization pgplumb_owner; grant all on schema public to "
      "pgplumb_owner");
  configure("role: pgplumb_owner, search_path: shop, connect_timeout: 5, sslmode: prefer");
  migration("1_a", "create table a (x int);\n");
  const Outcome outcome = run_here({"up"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_EQ(value("select relowner::regrole::text from pg_class where oid = 'shop.a'::regclass"),
            "pgplumb_owner");
}

TEST_F(Safety, ASearchPathWithNamesThatNeedQuotes) {
  migration("1_a", "create table a (x int);\n");
  for (const char* path : {"[My App, public]", "'\"My App\", public'", "'app, public'"}) {
    const bool plain = std::string(path).find("app") != std::string::npos;
    connect().execute(plain ? "create schema app" : "create schema \"My App\"");
    configure(std::string("search_path: ") + path);
    const Outcome up = run_here({"up"});
    EXPECT_EQ(up.code, 0) << path << ": " << shown(up);
    const Outcome verify = run_here({"verify"});
    EXPECT_EQ(verify.code, 0) << path << ": " << shown(verify);
    connect().execute(
        "drop schema if exists \"My App\" cascade; drop schema if exists app cascade;"
        "drop table schema_migrations, schema_migrations_log");
  }
  EXPECT_EQ(value("select to_regclass('public.a') is null"), "t");
}

TEST_F(Safety, WrongValuesOfConnections) {
  for (const char* one : {"sslmode: bogus", "connect_timeout: abc"}) {
    configure(one);
    EXPECT_EQ(run_here({"status"}).code, 64) << one;
  }
  folder().write("empty", "\n");
  folder().write("pgplumb.yaml", "environments: {test: {url: \"" + url().conninfo() +
                                     "\", password_file: empty}}\n");
  const Outcome empty = run({"status", "--env", "test"});
  EXPECT_EQ(empty.code, 64);
  EXPECT_NE(empty.err.find("the file empty is empty"), std::string::npos) << empty.err;
}

// A database that somebody made read-only on purpose is not written past that.
TEST_F(Safety, TransactionsThatAreReadOnlyByDefault) {
  migration("1_a", "create table a (x int);\n");
  const std::string name = value("select current_database()");
  connect().execute("alter database \"" + name + "\" set default_transaction_read_only = on");
  const Outcome up = run_on_database({"up"});
  EXPECT_EQ(up.code, 3) << shown(up);
  EXPECT_NE(up.err.find("transactions are read-only here by default (default_transaction_read_only "
                        "is on, set by database): somebody wants no changes in database " +
                        name + " now"),
            std::string::npos)
      << up.err;
  EXPECT_EQ(run_on_database({"status"}).code, 0);
  EXPECT_EQ(run_on_database({"up", "--dry-run"}).code, 0);
  const Outcome allowed = run(
      {"up"},
      {{"DATABASE_URL", url().with("options", "-c default_transaction_read_only=off").conninfo()}});
  EXPECT_EQ(allowed.code, 0) << shown(allowed);
  EXPECT_EQ(run_on_database({"down"}).code, 1);  // it has no way down
}

TEST_F(Safety, RowsAreChangedInBatches) {
  migration("1_a",
            "create table a (x int);\ninsert into a select 0 from generate_series(1, 25);\n");
  migration(
      "2_b",
      "-- pgplumb: repeat until 0 rows\n-- pgplumb: pause 1ms\n"
      "update a set x = 1 where ctid = any (array(select ctid from a where x = 0 limit 10));\n");
  const Outcome outcome = run_on_database({"up", "--verbose"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.err.find("migrations/2_b.up.sql:3:1: 2 batches, 20 rows so far\n"),
            std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("migrations/2_b.up.sql:3:1 (N ms)") != std::string::npos ||
                outcome.err.find(", 25 rows)") != std::string::npos,
            false)
      << outcome.err;
  EXPECT_EQ(value("select sum(x) from a"), "25");
}

TEST_F(Safety, ALateFileThatTouchesWhatANewerOneTouched) {
  migration("1_a", "create table a (x int);\n");
  migration("3_c", "alter table a add z int;\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  migration("2_b", "alter table a add y int;\n");
  EXPECT_EQ(run_on_database({"up"}).code, 3);
  const Outcome outcome = run_on_database({"up", "--late", "run"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.err.find("migrations/2_b.up.sql:1:19: note: migration 2_b is late and touches "
                             "table public.a, which a newer one touched [late_file]"),
            std::string::npos)
      << outcome.err;
}

TEST_F(Safety, AHandAlteredDatabaseStopsTheDeployment) {
  configure("require_verify: true");
  migration("1_a", "create table a (x int);\n");
  EXPECT_EQ(run_here({"up"}).code, 0);
  connect().execute("alter table a add y int");
  migration("2_b", "create table b (x int);\n");
  const Outcome outcome = run_here({"up"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("the database is not what its migrations say"), std::string::npos);
  EXPECT_EQ(value("select to_regclass('b') is null"), "t");
}

TEST_F(Safety, FilesThatNeverRunAreNamed) {
  folder().write("migrations/V1__a.sql", "create table a ();\n");
  folder().write("migrations/R__views.sql", "create view v as select 1;\n");
  const Outcome outcome = run_on_database({"up"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.err.find("this file never runs: a repeatable migration of Flyway"),
            std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("[not_run]"), std::string::npos);
}

// Nothing marks it as a password there.
TEST_F(Safety, TheConnectionsOwnPasswordIsNotShown) {
  // In two pieces, since the line of the file is shown beside the message.
  const std::string begin(kSecret, 4);
  const std::string rest = std::string(kSecret).substr(4);
  migration("1_a", "do $$ begin raise 'it is %', '" + begin + "' || '" + rest + "'; end $$;\n");
  const Outcome outcome = run_on_database({"up"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find("failed: it is ****"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace pgplumb::testing
