#include "pg/advisory_lock.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::pg {
namespace {

using AdvisoryLockTest = testing::ThrowawayTest;
using std::chrono::milliseconds;

TEST(AdvisoryKey, IsStableForEver) {
  // Two versions of pgplumb that disagree here would run at once: never change these.
  EXPECT_EQ(advisory_key("public.schema_migrations"), 9206080289874931156LL);
  EXPECT_NE(advisory_key("a"), advisory_key("b"));
}

TEST_F(AdvisoryLockTest, KeepsASecondOneOutAndNamesTheHolder) {
  const std::int64_t key = advisory_key("public.schema_migrations");
  Session first = connect();
  SessionOptions options;
  options.application_name = "deploy 42";
  Session second = connect(options);
  auto held = AdvisoryLock::acquire(second, key);
  ASSERT_TRUE(held);

  LockWait wait;
  wait.limit = milliseconds(150);
  wait.poll = milliseconds(20);
  int waits = 0;
  std::optional<LockHolder> holder;
  wait.on_wait = [&](const std::optional<LockHolder>& found) {
    ++waits;
    holder = found;
  };
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(AdvisoryLock::acquire(first, key, wait));
  EXPECT_GE(std::chrono::steady_clock::now() - begin, wait.limit);
  EXPECT_EQ(waits, 1);
  ASSERT_TRUE(holder);
  EXPECT_EQ(holder->pid, second.backend_pid());
  EXPECT_EQ(holder->application_name, "deploy 42");
  EXPECT_EQ(holder->user, second.user());
  EXPECT_EQ(holder->state, "idle");
  const std::string text = holder->describe();
  EXPECT_NE(text.find("deploy 42, user " + second.user() +
                      ", from a Unix socket, idle, connected since 20"),
            std::string::npos)
      << text;
  EXPECT_EQ(first.transaction_status(), TransactionStatus::idle);

  held->unlock();
  EXPECT_FALSE(find_lock_holder(first, key));
  EXPECT_TRUE(AdvisoryLock::acquire(first, key));
}

TEST_F(AdvisoryLockTest, EndsWithTheObjectAndWithTheSession) {
  Session session = connect();
  for (const std::int64_t key : {std::int64_t{-5}, std::int64_t{5}, advisory_key("x")}) {
    {
      const auto lock = AdvisoryLock::acquire(session, key);
      ASSERT_TRUE(lock);
      ASSERT_TRUE(find_lock_holder(session, key)) << key;
    }
    EXPECT_FALSE(find_lock_holder(session, key)) << key;
  }
  auto other = std::make_unique<Session>(url());
  other->query("SELECT pg_advisory_lock(7)");
  other.reset();
  LockWait wait;
  wait.limit = milliseconds(5000);
  wait.poll = milliseconds(10);
  EXPECT_TRUE(AdvisoryLock::acquire(session, 7, wait));
}

TEST(LockHolderDescribe, LeavesOutWhatIsNotKnown) {
  LockHolder holder;
  holder.pid = 12;
  EXPECT_EQ(holder.describe(), "pid 12");
  holder.client = "10.0.0.7";
  holder.state = "active";
  EXPECT_EQ(holder.describe(), "pid 12 (from 10.0.0.7, active)");
}

}  // namespace
}  // namespace pgplumb::pg
