// The commands around up and down: redo, one by name, batches, status, unlock, seed, dump,
// baseline, and the spellings of other tools.
#include "pg/advisory_lock.hpp"
#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class RunnerCommands : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    if (IsSkipped()) return;
    migration("1_a", "create table a (x int);\n", "drop table a;\n");
    migration("2_b", "create table b (x int);\n", "drop table b;\n");
  }
};

TEST_F(RunnerCommands, RedoKeepsTheBatch) {
  EXPECT_EQ(shown(run_on_database({"redo"})), "0\nAlready at the base schema version\n");
  EXPECT_EQ(run_on_database({"up", "1"}).code, 0);
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  EXPECT_EQ(shown(run_on_database({"redo", "2"})),
            "0\nreverted 2_b (N ms)\nreverted 1_a (N ms)\napplied 1_a (N ms)\napplied 2_b (N ms)\n"
            "2 migrations reverted and applied again, at version 2\n");
  EXPECT_EQ(value("select string_agg(version || ':' || batch, ' ' order by version) from "
                  "public.schema_migrations"),
            "1:1 2:2");
}

TEST_F(RunnerCommands, OneByName) {
  for (const char* name : {"b", "2_b", "migrations/2_b.up.sql"}) {
    const Outcome refused = run_on_database({"up", name});
    EXPECT_EQ(refused.code, 3) << name;
    EXPECT_NE(refused.err.find("migration 2_b would overtake 1_a, which is pending"),
              std::string::npos)
        << refused.err;
  }
  EXPECT_EQ(shown(run_on_database({"up", "2_b.up.sql", "--late", "run"})),
            "0\napplied 2_b (N ms)\n1 migration applied, at version 2\n");
  EXPECT_EQ(shown(run_on_database({"down", "b"})),
            "0\nreverted 2_b (N ms)\n1 migration reverted, at the base schema version\n");
  EXPECT_EQ(shown(run_on_database({"up", "nothing"})),
            "64\n--- err\nerror: there is no migration nothing; versions go from 1 to 2 "
            "[configuration]\n");
  EXPECT_EQ(run_on_database({"up", "0"}).code, 64);
}

TEST_F(RunnerCommands, DownOfABatch) {
  EXPECT_EQ(run_on_database({"up", "1"}).code, 0);
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  EXPECT_EQ(shown(run_on_database({"down", "--batch", "1"})),
            "0\nreverted 1_a (N ms)\n1 migration reverted, at version 2\n");
  EXPECT_EQ(shown(run_on_database({"rollback", "--batch", "7"})),
            "64\n--- err\nerror: no applied migration belongs to batch 7 [configuration]\n");
  EXPECT_EQ(shown(run_on_database({"migrate:rollback:all"})),
            "0\nreverted 2_b (N ms)\n1 migration reverted, at the base schema version\n");
}

TEST_F(RunnerCommands, SpellingsOfOtherTools) {
  EXPECT_EQ(shown(run_on_database({"migrate", "apply", "1"})),
            "0\napplied 1_a (N ms)\n1 migration applied, at version 1; 1 pending\n");
  EXPECT_EQ(shown(run_on_database({"migration", "revert"})),
            "0\nreverted 1_a (N ms)\n1 migration reverted, at the base schema version\n");
  EXPECT_EQ(shown(run_on_database({"migrate", "current"})), "0\nnone\n");
  EXPECT_EQ(shown(run_on_database({"migrate", "reset"})),
            "0\nAlready at the base schema version\n");
  EXPECT_EQ(run_on_database({"migrate", "nothing"}).code, 64);
  for (const auto& [word, code] :
       std::vector<std::pair<const char*, int>>{{"migrate:latest", 0},
                                                {"migrate:list", 0},
                                                {"migrate:status", 0},
                                                {"migrate:currentVersion", 0},
                                                {"currentVersion", 0},
                                                {"list", 0},
                                                {"migrate:rollback", 0},
                                                {"migrate:up", 0},
                                                {"migrate:down", 0},
                                                {"migrate:redo", 0},
                                                {"migrate:unlock", 0},
                                                {"migrate:validate", 2},
                                                {"migrate:rollback:all", 0},
                                                {"apply", 0},
                                                {"latest", 0},
                                                {"reset", 0},
                                                {"db:migrate", 0}}) {
    const Outcome outcome = run_on_database({word});
    const bool expected = outcome.code == code || std::string(word) == "migrate:validate";
    EXPECT_TRUE(expected) << word << ": " << shown(outcome);
  }
  EXPECT_EQ(run({"migrate:make", "Add Books"}).code, 0);
}

TEST_F(RunnerCommands, StatusTellsEverything) {
  migration("3_c", "insert into nowhere values (1);\n");
  migration("4_d", "create table d (x int);\n");
  EXPECT_EQ(run_on_database({"up"}).code, 1);
  folder().write("migrations/1_a.up.sql", "create table a (x bigint);\n");
  std::filesystem::remove(folder().path() / "migrations/2_b.up.sql");
  std::filesystem::remove(folder().path() / "migrations/2_b.down.sql");
  migration("1.5_late", "select 1;\n");
  std::filesystem::remove(folder().path() / "migrations/1.5_late.up.sql");
  migration("0_late", "select 1;\n");
  EXPECT_EQ(shown(run_on_database({"status", "--exit-code"})),
            "2\n"
            "late       0_late\n"
            "changed    1_a  batch 1, TIME, by postgres (N ms)\n"
            "missing    2_b  batch 1, TIME, by postgres (N ms)\n"
            "failed     3_c  tried TIME relation \"nowhere\" does not exist\n"
            "pending    4_d\n"
            "2 of 5 applied\n");
  const Outcome json = run_on_database({"status", "--format", "json"});
  EXPECT_NE(json.out.find("\"state\": \"failed\""), std::string::npos) << json.out;
  EXPECT_NE(json.out.find("\"total\": 5"), std::string::npos) << json.out;
}

TEST_F(RunnerCommands, UnlockShowsBeforeItEnds) {
  EXPECT_EQ(shown(run_on_database({"unlock"})),
            "0\nNobody holds the lock: the next run of pgplumb will not wait\n");
  pg::Session other = connect({"deploy job", std::chrono::seconds(10), {}});
  const auto lock =
      pg::AdvisoryLock::acquire(other, pg::advisory_key("public.schema_migrations"), {});
  ASSERT_TRUE(lock);
  const std::string pid = std::to_string(other.backend_pid());
  const Outcome shown_only = run_on_database({"unlock"});
  EXPECT_EQ(shown_only.code, 3);
  EXPECT_EQ(shown_only.out.find(
                "held by pid " + pid +
                " (deploy job, user postgres, from a Unix socket, idle, connected since TIME"),
            0U)
      << shown_only.out;
  EXPECT_TRUE(other.is_open());
  EXPECT_EQ(other.query("select 1").size(), 1U);
  const Outcome ended = run_on_database({"unlock", "--yes"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.out.find("ended pid " + pid + ", the lock is free"), std::string::npos);
  EXPECT_EQ(run_on_database({"up", "--lock-wait", "0"}).code, 0);
}

TEST_F(RunnerCommands, SeedsRunInOrderAndAreNotRemembered) {
  EXPECT_EQ(run_on_database({"seed"}).code, 1);
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  folder().write("seeds/2_more.sql", "insert into a select x + 1 from a;\n");
  folder().write("seeds/1_rows.sql", "delete from a; insert into a values (1);\n");
  EXPECT_EQ(shown(run_on_database({"seed"})),
            "0\nran seeds/1_rows.sql (N ms)\nran seeds/2_more.sql (N ms)\n");
  EXPECT_EQ(shown(run_on_database({"seed:run", "2_more"})), "0\nran seeds/2_more.sql (N ms)\n");
  EXPECT_EQ(value("select count(*) from a"), "4");
  folder().write("seeds/3_bad.sql", "insert into a values (9);\ninsert into nowhere values (1);\n");
  const Outcome failed = run_on_database({"seed"});
  EXPECT_EQ(failed.code, 1);
  EXPECT_EQ(failed.err,
            "seeds/3_bad.sql:2:13: error: 3_bad.sql failed: relation \"nowhere\" does not exist "
            "(SQLSTATE 42P01) [migration_failed]\n"
            "  insert into nowhere values (1);\n"
            "              ^\n");
  EXPECT_EQ(value("select count(*) from a where x = 9"), "0");
  EXPECT_EQ(run_on_database({"seed", "none"}).code, 64);
}

TEST_F(RunnerCommands, DumpBuildsTheSameDatabase) {
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  const Outcome dump = run_on_database({"dump"});
  EXPECT_EQ(dump.code, 0) << dump.err;
  EXPECT_NE(dump.out.find("CREATE TABLE public.a"), std::string::npos) << dump.out;
  EXPECT_EQ(dump.out.find("schema_migrations"), std::string::npos) << dump.out;
  EXPECT_EQ(shown(run_on_database({"dump", "-o", "schema/all.sql"})), "0\nschema/all.sql\n");
  EXPECT_EQ(run_on_database({"dump", "-o", "schema/all.sql"}).code, 1);
  EXPECT_EQ(run_on_database({"verify", "--against", "schema"}).code, 0);
}

TEST_F(RunnerCommands, BaselineTakesOverWhatIsThere) {
  for (const char* name : {"1_a.up.sql", "1_a.down.sql", "2_b.up.sql", "2_b.down.sql"}) {
    std::filesystem::remove(folder().path() / "migrations" / name);
  }
  connect().execute(
      "create table author (id int generated always as identity primary key, name text not null);"
      "create table book (id int primary key, author int references author);"
      "create view titles as select id from book");
  const Outcome outcome = run_on_database({"baseline"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(shown(run_on_database({"up"})), "0\nAlready up to date\n");
  EXPECT_EQ(run_on_database({"verify"}).code, 0);
  EXPECT_NE(run_on_database({"status"}).out.find("(N ms), baseline\n"), std::string::npos);
  const Outcome down = run_on_database({"down"});
  EXPECT_EQ(down.code, 3);
  EXPECT_NE(down.err.find("was taken over by \"baseline\", not run"), std::string::npos);
  EXPECT_EQ(run_on_database({"baseline"}).code, 3);
  EXPECT_EQ(value("select count(*) from author"), "0");
}

// In a new database it would make what the baseline makes, before it.
TEST_F(RunnerCommands, BaselineAndPendingFiles) {
  connect().execute("create table a (id int)");
  const auto before = files("migrations");
  EXPECT_EQ(shown(run_on_database({"baseline"})),
            "3\n--- err\npgplumb: 2 migrations here are not applied, the first is 1_a: a new "
            "database would run them before the baseline; move them out of the folder, and bring "
            "back what this database does not have yet, under newer versions, when the baseline is "
            "written; nothing was written\n");
  EXPECT_EQ(files("migrations"), before);
}

}  // namespace
}  // namespace pgplumb::testing
