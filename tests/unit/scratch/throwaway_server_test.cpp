#include "scratch/throwaway_server.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <thread>
#include <vector>

#include "pg/connection_error.hpp"
#include "pg/session.hpp"
#include "scratch/unprivileged_user.hpp"
#include "tests/unit/scratch/temporary_folder.hpp"

namespace pgplumb::scratch {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

class ThrowawayServerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (find_server_binaries().empty()) GTEST_SKIP() << how_to_get_binaries();
  }

  // With a cache of the test's own; the others use the one that all share, which is faster.
  [[nodiscard]] ThrowawayOptions options() const {
    ThrowawayOptions options;
    options.cache_directory = folder_.path() / "cache";
    return options;
  }
  [[nodiscard]] const fs::path& folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

long milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin).count();
}

bool process_exists(int pid) { return fs::exists("/proc/" + std::to_string(pid)); }

TEST_F(ThrowawayServerTest, StartsServesAndLeavesNothing) {
  auto server = ThrowawayServer::start();
  ASSERT_TRUE(server) << server.error().message;
  const fs::path directory = server.value()->directory();
  const int postmaster = server.value()->postmaster_pid();
  EXPECT_TRUE(process_exists(postmaster));
  {
    pg::Session session(server.value()->url());
    EXPECT_EQ(session.server_major(), server.value()->binaries().major);
    EXPECT_EQ(session.setting("fsync"), "off");
    EXPECT_EQ(session.setting("listen_addresses"), "");
    EXPECT_EQ(session.setting("server_encoding"), "UTF8");
    EXPECT_EQ(session.host(), directory.string());
  }
  struct stat facts {};
  ASSERT_EQ(::stat(directory.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0700U);
  EXPECT_NE(facts.st_uid, 0U) << "it must not run as root";

  const auto begin = Clock::now();
  server.value().reset();
  std::cout << "stopped in " << milliseconds_since(begin) << " ms\n";
  EXPECT_FALSE(process_exists(postmaster));
  EXPECT_FALSE(fs::exists(directory));
}

TEST_F(ThrowawayServerTest, SecondStartUsesTheCache) {
  for (const bool cached : {false, true, true}) {
    const auto begin = Clock::now();
    const auto server = ThrowawayServer::start(options());
    const long took = milliseconds_since(begin);
    ASSERT_TRUE(server) << server.error().message;
    EXPECT_EQ(server.value()->from_cache(), cached);
    std::cout << (cached ? "cached" : "cold") << " start: " << took << " ms\n";
  }
}

TEST_F(ThrowawayServerTest, ReplacesASpoiltCacheEntry) {
  ASSERT_TRUE(ThrowawayServer::start(options()));
  for (const auto& entry : fs::directory_iterator(options().cache_directory)) {
    std::ofstream(entry.path() / "global" / "pg_control", std::ios::trunc).flush();
  }
  const auto repaired = ThrowawayServer::start(options());
  ASSERT_TRUE(repaired) << repaired.error().message;
  EXPECT_FALSE(repaired.value()->from_cache());
  const auto again = ThrowawayServer::start(options());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again.value()->from_cache());
}

TEST_F(ThrowawayServerTest, SeveralStartAtOnceOnAnEmptyCache) {
  std::vector<std::string> failures(3);
  std::vector<std::thread> threads;
  threads.reserve(failures.size());
  for (std::string& failure : failures) {
    threads.emplace_back([this, &failure] {
      const auto server = ThrowawayServer::start(options());
      if (!server) {
        failure = server.error().message;
        return;
      }
      pg::Session session(server.value()->url());
      if (session.query("SELECT 1").size() != 1) failure = "no row";
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& failure : failures) EXPECT_EQ(failure, "");
}

TEST_F(ThrowawayServerTest, WorksWithoutACache) {
  ThrowawayOptions uncached = options();
  uncached.cache_directory = "/proc/no/cache";
  const auto server = ThrowawayServer::start(uncached);
  ASSERT_TRUE(server) << server.error().message;
  EXPECT_FALSE(server.value()->from_cache());
}

TEST_F(ThrowawayServerTest, CreatesAndDropsDatabases) {
  const auto server = ThrowawayServer::start();
  ASSERT_TRUE(server);
  server.value()->create_database("it's \"mine\"");
  {
    pg::Session session(server.value()->url("it's \"mine\""));
    EXPECT_EQ(session.database(), "it's \"mine\"");
    server.value()->drop_database("it's \"mine\"");
    EXPECT_THROW(session.execute("SELECT 1"), pg::ConnectionError);
  }
  DatabaseOptions latin;
  latin.encoding = "LATIN1";
  server.value()->create_database("latin", latin);
  pg::Session session(server.value()->url("latin"));
  EXPECT_EQ(session.setting("server_encoding"), "LATIN1");
  EXPECT_THROW(server.value()->create_database("latin"), pg::ServerError);
}

TEST_F(ThrowawayServerTest, IgnoresTheEnvironmentsConnectionSettings) {
  const std::vector<std::pair<const char*, const char*>> variables = {
      {"PGHOST", "nowhere.invalid"},  {"PGPORT", "1"},
      {"PGUSER", "nobody"},           {"PGDATABASE", "nope"},
      {"PGSSLMODE", "require"},       {"PGGSSENCMODE", "require"},
      {"PGOPTIONS", "-c nonsense=1"}, {"PGCHANNELBINDING", "require"},
      {"PGDATA", "/nowhere"},         {"PGREQUIREAUTH", "scram-sha-256"}};
  for (const auto& [name, value] : variables) ::setenv(name, value, 1);
  const auto server = ThrowawayServer::start();
  for (const auto& [name, value] : variables) ::unsetenv(name);
  EXPECT_TRUE(server) << server.error().message;
}

TEST_F(ThrowawayServerTest, ReportsAServerThatDoesNotStart) {
  const fs::path programs = folder() / "bin";
  const ServerBinaries real = find_server_binaries().front();
  fs::create_directory(programs);
  std::ofstream(programs / "postgres")
      << "#!/bin/sh\n[ \"$1\" = --version ] && exec " << (real.directory / "postgres").string()
      << " --version\necho broken library >&2\nexit 1\n";
  std::ofstream(programs / "initdb")
      << "#!/bin/sh\nexec " << (real.directory / "initdb").string() << " \"$@\"\n";
  for (const char* name : {"postgres", "initdb"}) fs::permissions(programs / name, fs::perms(0755));
  ::setenv("PGPLUMB_PG_BIN", programs.c_str(), 1);
  const auto begin = Clock::now();
  const auto server = ThrowawayServer::start(options());
  ::unsetenv("PGPLUMB_PG_BIN");
  ASSERT_FALSE(server);
  EXPECT_NE(server.error().message.find("broken library"), std::string::npos)
      << server.error().message;
  EXPECT_LT(milliseconds_since(begin), 40000) << "it must not wait for the time limit";
}

TEST(ThrowawayServerWithoutPrograms, SaysWhatToInstall) {
  ::setenv("PGPLUMB_PG_BIN", "/no/such/folder", 1);
  const auto server = ThrowawayServer::start();
  ::unsetenv("PGPLUMB_PG_BIN");
  ASSERT_FALSE(server);
  EXPECT_EQ(server.error().code, DiagnosticCode::scratch_server);
  EXPECT_NE(server.error().message.find("apt-get install postgresql"), std::string::npos);
}

}  // namespace
}  // namespace pgplumb::scratch
