#include "migrations/runner.hpp"

#include <gtest/gtest.h>

#include "tests/support/throwaway_fixture.hpp"
#include "tests/unit/migrations/folder.hpp"

namespace pgplumb::migrations {
namespace {

class RunnerTest : public testing::ThrowawayTest {
 protected:
  const Migration& add(const char* version, const std::string& up, const std::string& down = "") {
    auto migration = std::make_unique<Migration>();
    migration->version = Version(version);
    migration->name = "m";
    migration->up = testing::source(up);
    if (!down.empty()) migration->down = testing::source(down);
    all_.push_back(std::move(migration));
    return *all_.back();
  }

  std::vector<PreparedMigration> prepared(Direction direction) {
    std::vector<const Migration*> chosen;
    for (const auto& one : all_) chosen.push_back(one.get());
    if (direction == Direction::down) std::reverse(chosen.begin(), chosen.end());
    diagnostics_ = {};
    return prepare(chosen, direction, diagnostics_);
  }

  std::optional<Diagnostic> up() {
    return Runner(session_, history_, options_, observer_).run(prepared(Direction::up));
  }
  std::optional<Diagnostic> down() {
    return Runner(session_, history_, options_, observer_).run(prepared(Direction::down));
  }

  // "1:applied 2:failed".
  std::string states() {
    std::string text;
    for (const AppliedMigration& row : history_.applied()) {
      text += (text.empty() ? "" : " ") + row.version.text() + ":" + row.state;
    }
    return text;
  }
  std::string log() {
    std::string text;
    for (const pg::Row row :
         session_.query("select action || version from public.schema_migrations_log order by id")) {
      text += (text.empty() ? "" : " ") + row.string(0);
    }
    return text;
  }
  std::int64_t number(const std::string& sql) { return session_.query(sql).front().integer(0); }
  bool there(const std::string& relation) {
    return !session_.query("select to_regclass('" + relation + "')").front().is_null(0);
  }

  std::vector<std::unique_ptr<Migration>> all_;
  Diagnostics diagnostics_;
  RunnerOptions options_;
  RunObserver observer_;
  pg::Session session_{connect()};
  History history_{session_, {}};
};

TEST_F(RunnerTest, UpAndDownLeaveNothing) {
  add("1", "create table a (b int);", "drop table a;");
  add("2", "create table c (d int); insert into c values (1);", "drop table c;");
  EXPECT_FALSE(up());
  EXPECT_EQ(states(), "1:applied 2:applied");
  EXPECT_EQ(number("select d from c"), 1);
  EXPECT_FALSE(down());
  EXPECT_EQ(states(), "");
  EXPECT_FALSE(there("a"));
  EXPECT_EQ(log(), "up1 up2 down2 down1");
}

TEST_F(RunnerTest, AFailureRollsItsOwnMigrationBackAndStops) {
  add("1", "create table a (b int);");
  add("2", "create table c (d int);\ninsert into nowhere values (1);");
  add("3", "create table e (f int);");
  const auto problem = up();
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, DiagnosticCode::migration_failed);
  EXPECT_EQ(problem->span.label(), "m.sql:2:13");
  EXPECT_NE(problem->message.find("42P01"), std::string::npos);
  EXPECT_EQ(states(), "1:applied");
  EXPECT_FALSE(there("c"));
  EXPECT_FALSE(there("e"));
  EXPECT_EQ(log(), "up1 failed2");
  EXPECT_EQ(session_.transaction_status(), pg::TransactionStatus::idle);
}

TEST_F(RunnerTest, WithoutATransactionItGoesOnWhereItStopped) {
  add("1",
      "create table a (b int);\n-- pgplumb: no-transaction\ninsert into a values (1);\n"
      "insert into c values (2);\ninsert into a values (3);");
  ASSERT_TRUE(up());
  EXPECT_EQ(states(), "1:failed");
  EXPECT_EQ(history_.applied().front().statements_applied, 2);
  EXPECT_EQ(history_.applied().front().statements_total, 4);
  session_.execute("create table c (d int)");
  auto again = prepared(Direction::up);
  again.front().first_statement = 2;
  EXPECT_FALSE(Runner(session_, history_, options_, observer_).run(again));
  EXPECT_EQ(states(), "1:applied");
  EXPECT_EQ(number("select count(*) from a"), 2);
}

// What a killed process leaves is what was recorded after the last finished statement.
TEST_F(RunnerTest, EveryFinishedStatementIsRecorded) {
  add("1",
      "-- pgplumb: no-transaction\ncreate table a (b int);\n"
      "insert into a select statements_applied from public.schema_migrations;\n"
      "insert into a select statements_applied from public.schema_migrations;");
  EXPECT_FALSE(up());
  EXPECT_EQ(number("select min(b) from a"), 1);
  EXPECT_EQ(number("select max(b) from a"), 2);
}

TEST_F(RunnerTest, IndexesAreBuiltConcurrently) {
  add("1", "create table a (b int);", "drop table a;");
  add("2", "create index concurrently a_b_idx on a (b);", "drop index concurrently a_b_idx;");
  EXPECT_FALSE(up());
  EXPECT_TRUE(there("a_b_idx"));
  EXPECT_FALSE(down());
  EXPECT_EQ(log(), "up1 up2 down2 down1");
}

class DroppedIndexes : public RunObserver {
 public:
  void dropped_invalid_index(const std::string& name) override { names += name + " "; }
  std::string names;
};

// A unique index over equal values: the server leaves it INVALID.
TEST_F(RunnerTest, AnIndexLeftInvalidIsBuiltAgain) {
  const std::string indexes =
      "select count(*) filter (where indisvalid) * 10 + count(*) from pg_index "
      "where indrelid = 'a'::regclass";
  for (const char* build :
       {"create unique index concurrently a_b on a (b);",
        "create unique index concurrently if not exists a_b on public.a (b);"}) {
    session_.execute("create table a (b int); insert into a values (1), (1)");
    all_.clear();
    add("1", build);
    const auto problem = up();
    ASSERT_TRUE(problem) << build;
    ASSERT_FALSE(problem->notes.empty());
    EXPECT_EQ(problem->notes.back().message,
              "index public.a_b is left INVALID; the next \"up\" drops it and builds it again");
    EXPECT_EQ(number(indexes), 1);
    session_.execute("delete from a where ctid = (select min(ctid) from a)");
    DroppedIndexes dropped;
    EXPECT_FALSE(Runner(session_, history_, options_, dropped).run(prepared(Direction::up)));
    EXPECT_EQ(dropped.names, "public.a_b ");
    EXPECT_EQ(number(indexes), 11);
    session_.execute("drop table a; truncate public.schema_migrations");
  }
}

// A session that holds a lock makes each give up when its work is half done.
TEST_F(RunnerTest, CopiesThatAReindexLeftAreDropped) {
  const std::string copies = "select count(*) from pg_index where not indisvalid";
  const std::string long_name(63, 'i');
  session_.execute("create table a (b int); create index a_b on a (b); create index " + long_name +
                   " on a (b)");
  options_.lock_timeout = "200ms";
  options_.lock_attempts = 1;
  pg::Session other = connect();
  for (const std::string build :
       {"reindex index concurrently a_b;", "reindex (concurrently) table public.a;",
        "reindex schema concurrently public;"}) {
    all_.clear();
    add("1", build);
    other.execute("begin; insert into a values (1)");
    ASSERT_TRUE(up()) << build;
    other.execute("rollback");
    EXPECT_GE(number(copies), 1) << build;
    DroppedIndexes dropped;
    EXPECT_FALSE(Runner(session_, history_, options_, dropped).run(prepared(Direction::up)));
    EXPECT_NE(dropped.names, "") << build;
    EXPECT_EQ(number(copies), 0) << build;
    EXPECT_EQ(number("select count(*) from pg_index where indrelid = 'a'::regclass"), 2);
    session_.execute("truncate public.schema_migrations");
  }
}

TEST_F(RunnerTest, InvalidIndexesThatAreNoCopiesStay) {
  session_.execute("create table a (b int); insert into a values (1), (1)");
  EXPECT_THROW(session_.execute("create unique index concurrently a_ccnew on a (b)"),
               pg::ServerError);
  session_.execute("create index a_b on a (b)");
  add("1", "reindex table concurrently a;");
  DroppedIndexes dropped;
  EXPECT_FALSE(Runner(session_, history_, options_, dropped).run(prepared(Direction::up)));
  EXPECT_EQ(dropped.names, "");
}

TEST_F(RunnerTest, ADetachThatWasCutOffIsFinished) {
  session_.execute(
      "create table a (b int) partition by list (b);"
      "create table a_1 partition of a for values in (1)");
  options_.lock_timeout = "200ms";
  options_.lock_attempts = 1;
  add("1", "alter table a detach partition a_1 concurrently;\ncreate table after ();");
  pg::Session other = connect();
  other.execute("begin; select from a");
  ASSERT_TRUE(up());
  other.execute("rollback");
  EXPECT_EQ(number("select count(*) from pg_inherits where inhdetachpending"), 1);
  EXPECT_FALSE(up());
  EXPECT_EQ(number("select count(*) from pg_inherits"), 0);
  EXPECT_TRUE(there("after"));
}

TEST_F(RunnerTest, AValidIndexIsNotDropped) {
  session_.execute("create table a (b int); create index a_b on a (b)");
  add("1", "create index concurrently a_b on a (b);");
  ASSERT_TRUE(up());
  EXPECT_TRUE(there("a_b"));
}

TEST_F(RunnerTest, ADownThatRevertsNothingLeavesTheRowAsItWas) {
  add("1", "-- pgplumb: no-transaction\ncreate table a (b int); select 1 / 0;",
      "-- pgplumb: no-transaction\ndrop table nowhere; drop table a;");
  ASSERT_TRUE(up());
  ASSERT_TRUE(down());
  EXPECT_EQ(states(), "1:failed");
  EXPECT_EQ(history_.applied().front().statements_applied, 1);
}

// As after a signal: true from the given question on.
class StoppingObserver : public RunObserver {
 public:
  explicit StoppingObserver(int after) : after_(after) {}
  [[nodiscard]] bool stops() override { return after_-- <= 0; }

 private:
  int after_;
};

TEST_F(RunnerTest, ABatchedMigrationStopsBetweenBatchesAndGoesOn) {
  session_.execute("create table a (b int); insert into a select generate_series(1, 9)");
  add("1",
      "-- pgplumb: repeat until 0 rows\n-- pgplumb: pause 60s\n"
      "delete from a where b in (select b from a limit 2);\ncreate table c (d int);");
  StoppingObserver stopping(4);
  const auto problem = Runner(session_, history_, options_, stopping).run(prepared(Direction::up));
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->message, "migration 1_m was stopped by a signal");
  EXPECT_EQ(states(), "1:failed");
  EXPECT_EQ(history_.applied().front().error, "stopped by a signal");
  EXPECT_EQ(number("select count(*) from a"), 7);
  EXPECT_FALSE(there("c"));
  EXPECT_EQ(log(), "failed1");
}

TEST_F(RunnerTest, ATransactionThatIsToStopIsRolledBack) {
  add("1", "create table a (b int);\nselect 1;\nselect 2;");
  for (int after = 0; after < 4; ++after) {
    StoppingObserver stopping(after);
    ASSERT_TRUE(Runner(session_, history_, options_, stopping).run(prepared(Direction::up)));
    EXPECT_FALSE(there("a")) << after;
    EXPECT_EQ(states(), "") << after;
    EXPECT_EQ(session_.transaction_status(), pg::TransactionStatus::idle);
  }
  EXPECT_FALSE(up());
}

TEST_F(RunnerTest, ABlockOfTheFileIsOneTransaction) {
  add("1",
      "-- pgplumb: no-transaction\ncreate table a (b int);\nbegin;\ninsert into a values (1);\n"
      "insert into c values (1);\ncommit;\ncreate index concurrently on a (b);");
  const auto problem = up();
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->span.label(), "m.sql:5:13");
  EXPECT_EQ(number("select count(*) from a"), 0);
  EXPECT_EQ(history_.applied().front().statements_applied, 1);
  session_.execute("create table c (b int)");
  auto rest = prepared(Direction::up);
  rest.front().first_statement = 1;
  EXPECT_FALSE(Runner(session_, history_, options_, observer_).run(rest));
  EXPECT_EQ(number("select count(*) from a, c"), 1);
  EXPECT_EQ(states(), "1:applied");
}

TEST_F(RunnerTest, SaysHowToRunWithoutATransaction) {
  session_.execute("create procedure p() language plpgsql as 'begin commit; end'");
  add("1", "call p();");
  const auto problem = up();
  ASSERT_TRUE(problem);
  EXPECT_TRUE(std::any_of(problem->notes.begin(), problem->notes.end(), [](const Note& note) {
    return note.message.find("-- pgplumb: no-transaction") != std::string::npos;
  }));
}

TEST_F(RunnerTest, WhatOnlyPsqlCanDoIsRefusedBeforeAnythingRuns) {
  for (const char* text :
       {"create table a (b int);\ncopy a from stdin;\n1\n\\.\n", "\\i other.sql\n",
        "select 'drop table b' \\gexec\n", "\\copy a from 'a.csv'\n", "\\connect b\n",
        "begin; create table a (b int); rollback; create table c (d int)"}) {
    all_.clear();
    add("1", text);
    (void)prepared(Direction::up);
    EXPECT_EQ(diagnostics_.count(DiagnosticCode::needs_psql), 1U) << text;
  }
  all_.clear();
  add("1", "\\set ON_ERROR_STOP on\n\\restrict x\ncopy a to stdout;\n");
  (void)prepared(Direction::up);
  EXPECT_EQ(diagnostics_.count(DiagnosticCode::needs_psql), 0U);
}

TEST_F(RunnerTest, RepeatsUntilNoRowIsTouched) {
  add("1", "create table a (b int); insert into a select 0 from generate_series(1, 25);");
  add("2",
      "-- pgplumb: repeat until 0 rows\n"
      "update a set b = 1 where ctid = any (array(select ctid from a where b = 0 limit 10));");
  EXPECT_FALSE(up());
  EXPECT_EQ(number("select sum(b) from a"), 25);
}

TEST_F(RunnerTest, SettingsDoNotReachTheNextMigration) {
  add("1",
      "create schema s; set search_path = s; set statement_timeout = '1h'; create temp table t (a "
      "int);");
  add("2", "create table a (b int);");
  EXPECT_FALSE(up());
  EXPECT_TRUE(there("public.a"));
  EXPECT_EQ(session_.setting("statement_timeout"), "0");
  EXPECT_FALSE(there("pg_temp.t"));
}

TEST_F(RunnerTest, TransactionWordsInAFileDoNotEndItsTransaction) {
  add("1", "begin; create table a (b int); commit; select 1 / 0;");
  ASSERT_TRUE(up());
  EXPECT_FALSE(there("a"));
}

TEST_F(RunnerTest, ALockTimeoutIsTriedAgain) {
  session_.execute("create table a (b int)");
  pg::Session other = connect();
  other.execute("begin; lock table a");
  options_.lock_timeout = "50ms";
  options_.lock_attempts = 2;
  add("1", "alter table a add c int;");
  const auto problem = up();
  ASSERT_TRUE(problem);
  EXPECT_NE(problem->message.find("55P03"), std::string::npos);
  other.execute("rollback");
  EXPECT_FALSE(up());
}

// A killed run: its last statement may have had its effect, and nobody noted that.
TEST_F(RunnerTest, AStatementThatAKilledRunFinishedIsNotRunAgain) {
  add("1",
      "-- pgplumb: no-transaction\ncreate table a (b int);\n"
      "create index concurrently a_b on a (b);\ndrop index concurrently a_b;");
  auto killed = prepared(Direction::up);
  killed.front().first_statement = 1;
  killed.front().was_killed = true;
  session_.execute("create table a (b int); create index a_b on a (b)");
  EXPECT_FALSE(Runner(session_, history_, options_, observer_).run(killed));
  EXPECT_FALSE(there("a_b"));
  killed.front().first_statement = 2;
  EXPECT_FALSE(Runner(session_, history_, options_, observer_).run(killed));
  killed.front().was_killed = false;
  EXPECT_TRUE(Runner(session_, history_, options_, observer_).run(killed));
}

TEST_F(RunnerTest, AStatementAndItsNoteAreOneTransaction) {
  add("1",
      "create table a (b int);\n-- pgplumb: no-transaction\n"
      "insert into a select pg_current_xact_id()::text::int;");
  EXPECT_FALSE(up());
  EXPECT_EQ(number("select count(*) from a"), 1);
  all_.clear();
  add("2",
      "-- pgplumb: no-transaction\nset search_path = nowhere;\nset role pg_monitor;\n"
      "select 1;\nselect 1 / 0;");
  ASSERT_TRUE(up());
  EXPECT_EQ(states(), "1:applied 2:failed");
}

TEST_F(RunnerTest, WhatStatementsSetIsSetAgainForTheRest) {
  session_.execute("create schema s; create table s.a (b int)");
  add("1",
      "-- pgplumb: no-transaction\nset search_path = s;\nselect 1;\ninsert into a values (1);");
  auto rest = prepared(Direction::up);
  rest.front().first_statement = 2;
  EXPECT_FALSE(Runner(session_, history_, options_, observer_).run(rest));
  EXPECT_EQ(number("select count(*) from s.a"), 1);
}

TEST_F(RunnerTest, NoPasswordReachesTheHistory) {
  add("1", "do $$ begin raise 'postgresql://u:s3cret@h/d is unreachable'; end $$;");
  ASSERT_TRUE(up());
  EXPECT_EQ(number("select count(*) from public.schema_migrations_log where error ~ 's3cret'"), 0);
  EXPECT_EQ(number("select count(*) from public.schema_migrations_log where error ~ 'unreach'"), 1);
}

TEST_F(RunnerTest, DownNeedsAFileThatMayBeReverted) {
  add("1", "select 1;");
  add("2", "select 1;", "-- pgplumb: irreversible\n");
  (void)prepared(Direction::down);
  EXPECT_EQ(diagnostics_.count(DiagnosticCode::down_missing), 1U);
  EXPECT_EQ(diagnostics_.count(DiagnosticCode::hazard_refused), 1U);
}

TEST_F(RunnerTest, ADownThatStopsKeepsItsBatch) {
  add("1", "create table a (b int);",
      "-- pgplumb: no-transaction\ninsert into a values (1); insert into nowhere values (1);");
  EXPECT_FALSE(up());
  auto reverted = prepared(Direction::down);
  reverted.front().batch = 1;
  ASSERT_TRUE(Runner(session_, history_, options_, observer_).run(reverted));
  EXPECT_EQ(states(), "1:reverting");
  EXPECT_EQ(history_.applied().front().batch, 1);
  EXPECT_EQ(history_.applied().front().statements_applied, 1);
}

TEST_F(RunnerTest, AMigrationMayChangeItsRole) {
  add("1", "create role pgplumb_runner_test; set role pgplumb_runner_test;");
  EXPECT_FALSE(up());
  EXPECT_EQ(number("select count(*) from pg_roles where rolname = current_user and rolsuper"), 1);
  session_.execute("drop role pgplumb_runner_test");
}

}  // namespace
}  // namespace pgplumb::migrations
