#include "scratch/server_binaries.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/unit/scratch/temporary_folder.hpp"

namespace pgplumb::scratch {
namespace {

namespace fs = std::filesystem;

int chosen(const std::vector<int>& majors, std::optional<int> wanted) {
  std::vector<ServerBinaries> found;
  found.reserve(majors.size());
  for (const int major : majors) found.push_back({"/x/" + std::to_string(major), major, ""});
  const auto best = choose_binaries(found, wanted);
  return best ? best->major : 0;
}

TEST(ChooseBinaries, TakesTheNearest) {
  EXPECT_EQ(chosen({18, 16, 15}, 16), 16);
  EXPECT_EQ(chosen({18, 16, 14}, 15), 16);
  EXPECT_EQ(chosen({18, 16, 14}, 17), 18);
  EXPECT_EQ(chosen({16, 14}, 18), 16);
  EXPECT_EQ(chosen({18, 14}, 12), 14);
  EXPECT_EQ(chosen({18, 16}, std::nullopt), 18);
  EXPECT_EQ(chosen({}, 15), 0);
}

class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    ::setenv(name, value.c_str(), 1);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() {
    if (before_) {
      ::setenv(name_, before_->c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
  }

 private:
  const char* name_;
  std::optional<std::string> before_;
};

void write_program(const fs::path& file, const std::string& body) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << "#!/bin/sh\n" << body << "\n";
  fs::permissions(file, fs::perms(0755));
}

TEST(FindServerBinaries, ReadsVersionsAndLeavesOutWhatDoesNotRun) {
  const TemporaryFolder folder;
  const auto add = [&](const std::string& name, const std::string& body) {
    write_program(folder.path() / name / "postgres", body);
    write_program(folder.path() / name / "initdb", "exit 0");
  };
  add("a", "echo 'postgres (PostgreSQL) 16.4 (Debian 16.4-1)'");
  add("b", "echo 'postgres (PostgreSQL) 18beta1'");
  add("broken", "exit 3");
  add("other", "echo hello");
  write_program(folder.path() / "lonely/postgres", "echo 'postgres (PostgreSQL) 17.1'");
  fs::create_directory_symlink(folder.path() / "a", folder.path() / "link");
  std::string path;
  for (const char* name : {"link", "a", "b", "broken", "other", "lonely", "missing"}) {
    path += (folder.path() / name).string() + ":";
  }
  const Variable search("PATH", path + "/usr/bin:/bin");
  const Variable given("PGPLUMB_PG_BIN", "");
  std::vector<ServerBinaries> ours;
  for (ServerBinaries& binaries : find_server_binaries()) {
    if (binaries.directory.string().starts_with(folder.path().string())) ours.push_back(binaries);
  }
  ASSERT_EQ(ours.size(), 2U);
  EXPECT_EQ(ours[0].major, 18);
  EXPECT_EQ(ours[1].major, 16);
  EXPECT_EQ(ours[1].directory, folder.path() / "a");
}

TEST(FindServerBinaries, AGivenDirectoryIsTheOnlyOne) {
  const TemporaryFolder folder;
  const Variable given("PGPLUMB_PG_BIN", folder.path().string());
  EXPECT_EQ(candidate_directories(), std::vector<fs::path>{folder.path()});
  EXPECT_TRUE(find_server_binaries().empty());
}

}  // namespace
}  // namespace pgplumb::scratch
