#include "pg/session.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>
#include <vector>

#include "pg/connection_error.hpp"
#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::pg {
namespace {

using SessionTest = testing::ThrowawayTest;

TEST_F(SessionTest, ReadsRowsByType) {
  Session session = connect();
  const Rows rows = session.query(
      "SELECT 1 AS a, NULL::int AS b, 'x''y' AS c, true AS d, ARRAY[1,2] AS e,"
      " ARRAY['p', NULL, 'q,r'] AS f, '3 4'::int2vector AS g, 2.5::float8 AS h, 'z'::\"char\" AS i,"
      " 'pg_class'::regclass::oid AS j");
  ASSERT_EQ(rows.size(), 1U);
  ASSERT_EQ(rows.columns(), 10U);
  EXPECT_EQ(rows.column_name(2), "c");
  EXPECT_EQ(rows.column("d"), 3U);
  const Row row = rows.front();
  EXPECT_EQ(row.integer(0), 1);
  EXPECT_TRUE(row.is_null(1));
  EXPECT_EQ(row.optional_integer(1), std::nullopt);
  EXPECT_EQ(row.text(2), "x'y");
  EXPECT_TRUE(row.boolean(3));
  EXPECT_EQ(row.integers(4), (std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(row.optional_strings(5),
            (std::vector<std::optional<std::string>>{"p", std::nullopt, "q,r"}));
  EXPECT_THROW((void)row.strings(5), Failure);
  EXPECT_EQ(row.integers(6), (std::vector<std::int64_t>{3, 4}));
  EXPECT_EQ(row.number(7), 2.5);
  EXPECT_EQ(row.character(8), 'z');
  EXPECT_EQ(row.oid(9), 1259U);
  EXPECT_THROW((void)row.integer(2), Failure);
  EXPECT_THROW((void)row.integer(1), Failure);
}

TEST_F(SessionTest, RowsOutliveTheSession) {
  Rows rows;
  {
    Session session = connect();
    rows = session.query("SELECT generate_series(1, 100000)");
  }
  std::int64_t sum = 0;
  for (const Row row : rows) sum += row.integer(0);
  EXPECT_EQ(sum, 5000050000);
}

TEST_F(SessionTest, SendsParameters) {
  Session session = connect();
  const Rows rows =
      session.query("SELECT $1::text, $2::int + 1, $3::text", {"a'b", "41", std::nullopt});
  EXPECT_EQ(rows.front().text(0), "a'b");
  EXPECT_EQ(rows.front().integer(1), 42);
  EXPECT_TRUE(rows.front().is_null(2));
}

TEST_F(SessionTest, GivesEveryResultOfOneString) {
  Session session = connect();
  const std::vector<Rows> all = session.query_all(
      "SELECT 1; CREATE TEMP TABLE t (a int); INSERT INTO t VALUES (1), (2); "
      "SELECT a FROM t ORDER BY a");
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].front().integer(0), 1);
  EXPECT_EQ(all[1].command_tag(), "CREATE TABLE");
  EXPECT_EQ(all[2].affected(), 2U);
  EXPECT_EQ(all[3].size(), 2U);
  EXPECT_EQ(session.query("SELECT 7").front().integer(0), 7);
}

TEST_F(SessionTest, StopsAtTheFailureOfAnyStatement) {
  Session session = connect();
  try {
    session.query_all("SELECT 1; SELECT nope; SELECT 2");
    FAIL();
  } catch (const ServerError& error) {
    EXPECT_EQ(error.sqlstate(), "42703");
    EXPECT_EQ(error.position(), 18U);
  }
  // One implicit transaction: the table is gone, too.
  EXPECT_THROW(session.execute("CREATE TABLE gone (); SELECT nope"), ServerError);
  EXPECT_TRUE(session.query("SELECT to_regclass('gone')").front().is_null(0));
}

TEST_F(SessionTest, ExecuteReportsTheLastCommand) {
  Session session = connect();
  const CommandOutcome outcome =
      session.execute("CREATE TABLE t (a int); INSERT INTO t SELECT generate_series(1, 5)");
  EXPECT_EQ(outcome.command_tag, "INSERT 0 5");
  EXPECT_EQ(outcome.affected, 5U);
  EXPECT_EQ(session.execute("").command_tag, "");
  EXPECT_EQ(session.execute("-- nothing").affected, 0U);
}

TEST_F(SessionTest, RefusesCopyAndGoesOn) {
  Session session = connect();
  session.execute("CREATE TABLE t (a int)");
  for (const char* sql : {"COPY t FROM STDIN", "COPY (SELECT generate_series(1, 300000)) TO STDOUT",
                          "INSERT INTO t VALUES (1); COPY t FROM STDIN; SELECT 1"}) {
    try {
      session.execute(sql);
      FAIL() << sql;
    } catch (const ServerError& error) {
      EXPECT_EQ(error.sqlstate(), "0A000") << sql;
    }
    EXPECT_THROW(session.query_all(sql), ServerError) << sql;
    EXPECT_EQ(session.transaction_status(), TransactionStatus::idle) << sql;
    EXPECT_EQ(session.query("SELECT count(*) FROM t").front().integer(0), 0) << sql;
  }
}

TEST_F(SessionTest, RefusesNulBytes) {
  Session session = connect();
  EXPECT_THROW(session.execute(std::string("SELECT 1;\0 DROP TABLE x", 22)), Failure);
  EXPECT_THROW(session.query("SELECT $1", {std::string("a\0b", 3)}), Failure);
}

TEST_F(SessionTest, HandsOutNotices) {
  std::vector<ServerReport> notices;
  SessionOptions options;
  options.on_notice = [&](const ServerReport& notice) { notices.push_back(notice); };
  Session session = connect(options);
  session.execute("DO $$BEGIN RAISE NOTICE 'one'; RAISE WARNING 'two' USING HINT = 'h'; END$$");
  ASSERT_EQ(notices.size(), 2U);
  EXPECT_EQ(notices[0].severity, "NOTICE");
  EXPECT_EQ(notices[0].message, "one");
  EXPECT_EQ(notices[1].severity, "WARNING");
  EXPECT_EQ(notices[1].hint, "h");
  Session moved = std::move(session);
  moved.execute("DROP TABLE IF EXISTS nope");
  EXPECT_EQ(notices.size(), 3U);
  moved.on_notice(nullptr);
  moved.execute("DROP TABLE IF EXISTS nope");
  EXPECT_EQ(notices.size(), 3U);
}

TEST_F(SessionTest, KnowsServerAndItself) {
  Session session = connect();
  EXPECT_GE(session.server_major(), 12);
  EXPECT_EQ(session.server_major(), server()->server_major());
  EXPECT_EQ(session.query("SELECT pg_backend_pid()").front().integer(0), session.backend_pid());
  EXPECT_EQ(session.parameter_status("client_encoding"), "UTF8");
  EXPECT_EQ(session.parameter_status("nope"), "");
  EXPECT_EQ(session.setting("application_name"), "pgplumb");
  session.set("application_name", "it's");
  EXPECT_EQ(session.setting("application_name"), "it's");
  EXPECT_EQ(session.database(), url().database());
  EXPECT_EQ(session.quote_identifier("a\"B"), "\"a\"\"B\"");
  EXPECT_EQ(session.quote_literal("it's"), "'it''s'");
}

TEST_F(SessionTest, CancelsFromAnotherThread) {
  Session session = connect();
  const CancelHandle handle = session.cancel_handle();
  std::thread canceller([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    handle.cancel();
  });
  try {
    session.execute("SELECT pg_sleep(30)");
    ADD_FAILURE() << "not cancelled";
  } catch (const ServerError& error) {
    EXPECT_EQ(error.sqlstate(), sqlstate::kQueryCanceled);
  }
  canceller.join();
  EXPECT_TRUE(session.is_open());
}

TEST_F(SessionTest, NoticesThatTheConnectionIsLost) {
  Session session = connect();
  Session other = connect();
  other.query("SELECT pg_terminate_backend($1::int)", {std::to_string(session.backend_pid())});
  for (int attempt = 0; attempt < 2; ++attempt) {
    try {
      session.execute("SELECT 1");
      FAIL() << "attempt " << attempt;
    } catch (const ConnectionError& error) {
      EXPECT_EQ(error.problem(), ConnectionProblem::lost);
    }
    EXPECT_FALSE(session.is_open());
  }
  EXPECT_THROW(session.query("SELECT $1", {"1"}), ConnectionError);
  EXPECT_THROW(session.query_all("SELECT 1"), ConnectionError);
}

struct RefusedCase {
  std::string url;
  ConnectionProblem problem;
};

TEST_F(SessionTest, SaysWhyItCannotConnect) {
  const ConnectionUrl good = url();
  const std::vector<std::pair<ConnectionUrl, ConnectionProblem>> cases = {
      {good.with_database("nope"), ConnectionProblem::database_missing},
      {good.with("user", "nope"), ConnectionProblem::role_missing},
      {good.with("port", "1"), ConnectionProblem::unreachable},
      {ConnectionUrl::parse("postgres://u:hunter2@127.0.0.1:1/x").value(),
       ConnectionProblem::unreachable},
      {ConnectionUrl::parse("postgres://u:hunter2@127.0.0.1:1,127.0.0.1:2/x").value(),
       ConnectionProblem::unreachable},
      {ConnectionUrl::parse("postgres://u:hunter2@nowhere.invalid/x").value(),
       ConnectionProblem::unknown_host},
  };
  for (const auto& [refused, problem] : cases) {
    try {
      const Session session(refused);
      ADD_FAILURE() << refused.masked();
    } catch (const ConnectionError& error) {
      EXPECT_EQ(name_of(error.problem()), name_of(problem)) << error.what();
      EXPECT_NE(std::string(error.what()).find('\n'), std::string::npos) << "no next step";
      EXPECT_EQ(std::string(error.what()).find("hunter2"), std::string::npos) << error.what();
    }
  }
}

TEST_F(SessionTest, SeesAMissingRight) {
  Session session = connect();
  session.execute("CREATE ROLE reader_" + session.database() + " LOGIN");
  session.execute("REVOKE CONNECT ON DATABASE " + session.quote_identifier(session.database()) +
                  " FROM PUBLIC");
  try {
    const Session refused(url().with("user", "reader_" + session.database()));
    ADD_FAILURE();
  } catch (const ConnectionError& error) {
    EXPECT_EQ(name_of(error.problem()), "not_permitted") << error.what();
    EXPECT_EQ(error.sqlstate(), "42501");
  }
  session.execute("DROP ROLE reader_" + session.database());
}

}  // namespace
}  // namespace pgplumb::pg
