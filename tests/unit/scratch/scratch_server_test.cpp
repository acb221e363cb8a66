#include "scratch/scratch_server.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

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
