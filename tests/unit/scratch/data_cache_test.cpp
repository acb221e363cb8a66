#include "scratch/data_cache.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "tests/unit/scratch/temporary_folder.hpp"

namespace pgplumb::scratch {
namespace {

namespace fs = std::filesystem;

class DataCacheTest : public ::testing::Test {
 protected:
  DataCacheTest() {
    write("bin/postgres", "x");
    write("bin/initdb", "x");
    write("data/PG_VERSION", "15");
    write("data/base/1/2", "rows");
    fs::permissions(folder_.path() / "data", fs::perms(0700));
  }

  void write(const std::string& name, const std::string& text) {
    fs::create_directories((folder_.path() / name).parent_path());
    std::ofstream(folder_.path() / name) << text;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream file(folder_.path() / name);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  [[nodiscard]] DataCache cache(const std::string& argument = "--locale=C") const {
    return {folder_.path() / "cache", {folder_.path() / "bin", 15, "15.1"}, {argument}};
  }
  [[nodiscard]] bool restore(const DataCache& cache) const {
    return cache.restore(folder_.path() / "copy", ServerUser{::geteuid(), ::getegid(), false});
  }
  [[nodiscard]] fs::path path(const std::string& name) const { return folder_.path() / name; }

 private:
  TemporaryFolder folder_;
};

TEST_F(DataCacheTest, GivesBackWhatWasStored) {
  EXPECT_FALSE(restore(cache()));
  EXPECT_FALSE(fs::exists(path("copy")));
  cache().store(path("data"));
  ASSERT_TRUE(restore(cache()));
  EXPECT_EQ(read("copy/base/1/2"), "rows");
  EXPECT_EQ(fs::status(path("copy")).permissions(), fs::perms(0700));
  EXPECT_EQ(fs::status(path("cache")).permissions(), fs::perms(0700));
  const auto entries = std::distance(fs::directory_iterator(path("cache")), {});
  EXPECT_EQ(entries, 1) << "nothing unfinished is left";
}

TEST_F(DataCacheTest, TellsArgumentsAndProgramsApart) {
  cache().store(path("data"));
  EXPECT_FALSE(restore(cache("--locale=de_DE")));
  write("bin/postgres", "an update");
  EXPECT_FALSE(restore(cache()));
}

TEST_F(DataCacheTest, TheFirstOfTwoStaysWhole) {
  cache().store(path("data"));
  write("data/base/1/2", "other");
  cache().store(path("data"));
  ASSERT_TRUE(restore(cache()));
  EXPECT_EQ(read("copy/base/1/2"), "rows");
}

TEST_F(DataCacheTest, ForgetsAnEntry) {
  cache().store(path("data"));
  cache().forget();
  EXPECT_FALSE(restore(cache()));
}

TEST_F(DataCacheTest, DoesNotTrustADirectoryThatOthersMayWrite) {
  cache().store(path("data"));
  fs::permissions(path("cache"), fs::perms(0777));
  EXPECT_FALSE(restore(cache()));
  cache().forget();
  EXPECT_TRUE(fs::exists(cache().entry()));
}

TEST_F(DataCacheTest, RemovesWhatNobodyUses) {
  fs::create_directories(path("cache/data-9-old"));
  fs::create_directories(path("cache/unfinished-old"));
  fs::create_directories(path("cache/unfinished-new"));
  const auto now = fs::file_time_type::clock::now();
  fs::last_write_time(path("cache/data-9-old"), now - std::chrono::hours(24 * 40));
  fs::last_write_time(path("cache/unfinished-old"), now - std::chrono::hours(2));
  cache().store(path("data"));
  EXPECT_FALSE(fs::exists(path("cache/data-9-old")));
  EXPECT_FALSE(fs::exists(path("cache/unfinished-old")));
  EXPECT_TRUE(fs::exists(path("cache/unfinished-new")));
}

}  // namespace
}  // namespace pgplumb::scratch
