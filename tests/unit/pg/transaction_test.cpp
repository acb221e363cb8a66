#include "pg/transaction.hpp"

#include <gtest/gtest.h>

#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::pg {
namespace {

using TransactionTest = testing::ThrowawayTest;

bool exists(Session& session, const std::string& table) {
  return !session.query("SELECT to_regclass($1)", {table}).front().is_null(0);
}

TEST_F(TransactionTest, RollsBackUnlessCommitted) {
  Session session = connect();
  {
    Transaction transaction(session);
    session.execute("CREATE TABLE lost ()");
  }
  EXPECT_FALSE(exists(session, "lost"));
  {
    Transaction transaction(session);
    session.execute("CREATE TABLE kept ()");
    transaction.commit();
    EXPECT_FALSE(transaction.open());
  }
  EXPECT_TRUE(exists(session, "kept"));
}

TEST_F(TransactionTest, RollsBackAfterAnError) {
  Session session = connect();
  {
    Transaction transaction(session);
    EXPECT_THROW(session.execute("SELECT nope"), ServerError);
    EXPECT_EQ(session.transaction_status(), TransactionStatus::failed);
  }
  EXPECT_EQ(session.transaction_status(), TransactionStatus::idle);
}

TEST_F(TransactionTest, CommitOfAFailedOneIsAnError) {
  Session session = connect();
  Transaction transaction(session);
  EXPECT_THROW(session.execute("SELECT nope"), ServerError);
  EXPECT_THROW(transaction.commit(), ServerError);
  EXPECT_EQ(session.transaction_status(), TransactionStatus::idle);
}

TEST_F(TransactionTest, ReportsWhatCommitFinds) {
  Session session = connect();
  session.execute(
      "CREATE TABLE a (id int PRIMARY KEY);"
      "CREATE TABLE b (a int REFERENCES a DEFERRABLE INITIALLY DEFERRED)");
  Transaction transaction(session);
  session.execute("INSERT INTO b VALUES (1)");
  try {
    transaction.commit();
    FAIL();
  } catch (const ServerError& error) {
    EXPECT_EQ(error.sqlstate(), "23503");
  }
}

TEST_F(TransactionTest, HasIsolationAndAccess) {
  Session session = connect();
  Transaction transaction(session, Isolation::repeatable_read, Access::read_only);
  EXPECT_EQ(session.setting("transaction_isolation"), "repeatable read");
  try {
    session.execute("CREATE TABLE t ()");
    FAIL();
  } catch (const ServerError& error) {
    EXPECT_EQ(error.sqlstate(), sqlstate::kReadOnlyTransaction);
  }
  transaction.rollback();
  EXPECT_EQ(session.transaction_status(), TransactionStatus::idle);
}

TEST_F(TransactionTest, SavepointsUndoAPart) {
  Session session = connect();
  Transaction transaction(session);
  {
    Savepoint savepoint(session, "one");
    EXPECT_THROW(session.execute("SELECT nope"), ServerError);
  }
  {
    Savepoint savepoint(session, "two");
    session.execute("CREATE TABLE kept ()");
    savepoint.release();
  }
  transaction.commit();
  EXPECT_TRUE(exists(session, "kept"));
}

}  // namespace
}  // namespace pgplumb::pg
