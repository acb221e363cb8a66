#include "scratch/scratch_server.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <optional>
#include <string>
#include <utility>

#include "pg/advisory_lock.hpp"
#include "pg/session.hpp"
#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::scratch {
namespace {

class ScratchServerTest : public testing::ThrowawayTest {
 protected:
  static std::int64_t count_databases(pg::Session& session) {
    return session.query("SELECT count(*) FROM pg_database").front().integer(0);
  }
};

TEST_F(ScratchServerTest, FreshDatabasesAreEmptySeparateAndGoAway) {
  pg::Session session = connect();
  const std::int64_t before = count_databases(session);
  {
    ScratchDatabase first = server()->fresh_database();
    const ScratchDatabase second = server()->fresh_database();
    EXPECT_NE(first.name(), second.name());
    EXPECT_TRUE(first.name().starts_with("pgplumb_scratch_"));
    const ScratchDatabase moved = std::move(first);
    pg::Session inside(moved.url());
    inside.execute("CREATE TABLE t ()");
    EXPECT_TRUE(pg::Session(second.url()).query("SELECT to_regclass('t')").front().is_null(0));
    EXPECT_EQ(inside.setting("server_encoding"), "UTF8");
    EXPECT_EQ(count_databases(session), before + 2);
  }
  EXPECT_EQ(count_databases(session), before);
}

TEST_F(ScratchServerTest, AGivenServerIsUsedAndOnlyForDatabasesOfItsOwn) {
  pg::Session session = connect();
  session.execute("CREATE TABLE precious ()");
  const std::int64_t before = count_databases(session);
  {
    ScratchOptions options;
    options.url = url().conninfo();
    const auto given = ScratchServer::open(options);
    ASSERT_TRUE(given) << given.error().message;
    EXPECT_FALSE(given.value()->is_throwaway());
    EXPECT_EQ(given.value()->describe(), url().masked());
    EXPECT_EQ(given.value()->server_major(), session.server_major());
    const ScratchDatabase database = given.value()->fresh_database();
    EXPECT_NE(database.name(), session.database());
    pg::Session(database.url()).execute("CREATE TABLE t ()");
    EXPECT_EQ(count_databases(session), before + 1);
  }
  EXPECT_EQ(count_databases(session), before);
  EXPECT_FALSE(session.query("SELECT to_regclass('precious')").front().is_null(0));
}

// SIGTERM in CI, Ctrl-C at a terminal: nothing stays on a server that is not this process's own.
TEST_F(ScratchServerTest, ASignalLeavesNothingOnAGivenServer) {
  pg::Session session = connect();
  const std::int64_t before = count_databases(session);
  ScratchOptions options;
  options.url = url().conninfo();
  for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) {
    const pid_t child = fork();
    if (child == 0) {
      const auto given = ScratchServer::open(options);
      const ScratchDatabase first = given.value()->fresh_database();
      const ScratchDatabase second = given.value()->fresh_database();
      const pg::Session inside(first.url());
      kill(getpid(), signal_number);
      sleep(20);
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal_number) << status;
    EXPECT_EQ(count_databases(session), before);
  }
}

// What a killed process left is removed by a later one; what somebody uses, or might, is not.
TEST_F(ScratchServerTest, WhatAnotherProcessLeftIsRemoved) {
  pg::Session session = connect();
  const std::int64_t before = count_databases(session);
  const std::int64_t now =
      session.query("select extract(epoch from now())::bigint").front().integer(0);
  const std::string abandoned = database_name(now - 3600);
  const std::string young = database_name(now);
  const std::string locked = database_name(now - 3600);
  const std::string used = database_name(now - 3600);
  const std::string other = "pgplumb_scratch_" + std::string(16, 'a');
  for (const std::string& name : {abandoned, young, locked, used, other}) {
    session.execute("create database " + name);
  }
  pg::Session owner = connect();
  const auto lock = pg::AdvisoryLock::acquire(owner, pg::advisory_key(locked));
  const pg::Session inside(url().with_database(used));
  ScratchOptions options;
  options.url = url().with_database("postgres").conninfo();
  {
    const auto given = ScratchServer::open(options);
    ASSERT_TRUE(given) << given.error().message;
    EXPECT_EQ(count_databases(session), before + 4);
    EXPECT_TRUE(session.query("select from pg_database where datname = $1", {abandoned}).empty());
    // One of its own has a lock as long as it is there.
    const ScratchDatabase own = given.value()->fresh_database();
    EXPECT_TRUE(pg::find_lock_holder(session, pg::advisory_key(own.name())) ||
                !session.query("select from pg_locks where locktype = 'advisory'").empty());
  }
  for (const std::string& name : {young, locked, used, other}) {
    session.execute("drop database " + name + " with (force)");
  }
}

TEST_F(ScratchServerTest, AGivenServerThatDoesNotWorkIsAnError) {
  const auto open = [](const std::string& url) {
    ScratchOptions options;
    options.url = url;
    const auto opened = ScratchServer::open(options);
    return opened ? std::string() : opened.error().message;
  };
  EXPECT_NE(open("postgres://u:hunter2@127.0.0.1:1/x").find("Connection refused"),
            std::string::npos);
  EXPECT_EQ(open("postgres://u:hunter2@127.0.0.1:1/x").find("hunter2"), std::string::npos);
  EXPECT_NE(open("nonsense").find("not valid"), std::string::npos);
  pg::Session session = connect();
  const std::string role = "plain_" + session.database();
  session.execute("CREATE ROLE " + role + " LOGIN");
  EXPECT_NE(open(url().with("user", role).conninfo()).find("may not create databases"),
            std::string::npos);
  session.execute("DROP ROLE " + role);
}

}  // namespace
}  // namespace pgplumb::scratch
