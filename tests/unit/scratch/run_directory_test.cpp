#include "scratch/run_directory.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <fstream>

#include "tests/unit/scratch/temporary_folder.hpp"

namespace pgplumb::scratch {
namespace {

namespace fs = std::filesystem;

ServerUser server_user() { return choose_server_user().value(); }

void make_old(const fs::path& path) {
  fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(1));
}

TEST(MakeRunDirectory, IsPrivateAndBelongsToTheServersUser) {
  const TemporaryFolder folder;
  const auto made = make_run_directory(server_user(), folder.path());
  ASSERT_TRUE(made) << made.error().message;
  struct stat facts {};
  ASSERT_EQ(::stat(made->path.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0700U);
  EXPECT_EQ(facts.st_uid, server_user().uid);
}

TEST(MakeRunDirectory, SaysWhereItTried) {
  const auto missing = make_run_directory(server_user(), "/no/such/folder");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, DiagnosticCode::scratch_server);
  EXPECT_NE(missing.error().message.find("/no/such/folder: No such file"), std::string::npos);
  const TemporaryFolder folder;
  const fs::path deep = folder.path() / std::string(100, 'x');
  fs::create_directory(deep);
  const auto too_long = make_run_directory(server_user(), deep);
  ASSERT_FALSE(too_long);
  EXPECT_NE(too_long.error().message.find("too long for a socket"), std::string::npos);
}

TEST(BaseDirectories, AreWritable) {
  const auto bases = base_directories(server_user());
  ASSERT_FALSE(bases.empty());
  for (const fs::path& base : bases) EXPECT_TRUE(fs::is_directory(base)) << base;
}

TEST(Sweep, RemovesOnlyWhatNobodyHolds) {
  const TemporaryFolder folder;
  const auto abandoned = [&](const std::string& name) {
    fs::create_directories(folder.path() / name / "data");
    std::ofstream(folder.path() / name / "owner").flush();
    make_old(folder.path() / name);
    return folder.path() / name;
  };
  const fs::path old = abandoned("pgplumb-old");
  const fs::path foreign = abandoned("somebody-else");
  const fs::path fresh = abandoned("pgplumb-fresh");
  fs::last_write_time(fresh, fs::file_time_type::clock::now());
  const auto held = make_run_directory(server_user(), folder.path());
  ASSERT_TRUE(held);
  make_old(held->path);

  sweep(server_user(), folder.path());
  EXPECT_FALSE(fs::exists(old));
  EXPECT_TRUE(fs::exists(foreign));
  EXPECT_TRUE(fs::exists(fresh));
  EXPECT_TRUE(fs::exists(held->path));
}

TEST(Sweep, LeavesWhatHasNoOwnersFile) {
  const TemporaryFolder folder;
  const fs::path backup = folder.path() / "pgplumb-backup";
  const fs::path empty = folder.path() / "pgplumb-empty";
  fs::create_directories(backup);
  fs::create_directories(empty);
  std::ofstream(backup / "precious") << "x";
  make_old(backup);
  make_old(empty);
  sweep(server_user(), folder.path());
  EXPECT_TRUE(fs::exists(backup / "precious"));
  EXPECT_FALSE(fs::exists(empty));
}

TEST(Sweep, FollowsNoLinks) {
  const TemporaryFolder folder;
  const TemporaryFolder precious;
  std::ofstream(precious.path() / "file") << "x";
  fs::create_directory_symlink(precious.path(), folder.path() / "pgplumb-link");
  fs::create_directories(folder.path() / "pgplumb-old");
  std::ofstream(folder.path() / "pgplumb-old/owner").flush();
  fs::create_directory_symlink(precious.path(), folder.path() / "pgplumb-old/link");
  make_old(folder.path() / "pgplumb-old");
  sweep(server_user(), folder.path());
  EXPECT_FALSE(fs::exists(folder.path() / "pgplumb-old"));
  EXPECT_TRUE(fs::exists(precious.path() / "file"));
}

}  // namespace
}  // namespace pgplumb::scratch
