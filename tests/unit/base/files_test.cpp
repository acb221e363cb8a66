#include "base/files.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "base/failure.hpp"

namespace pgplumb {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  Files() {
    std::string pattern = (fs::temp_directory_path() / "pgplumb-files-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~Files() override { fs::remove_all(folder_); }

  [[nodiscard]] fs::path at(const std::string& name) const { return folder_ / name; }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) {
      names.push_back(entry.path().filename().string());
    }
    return names;
  }

  fs::path folder_;
};

TEST_F(Files, ReadsWhatWasWritten) {
  std::string text = "a\r\n\xEF\xBB\xBF";
  text += '\0';
  text += std::string(200'000, 'x');
  write_file(at("f.sql"), text);
  EXPECT_EQ(read_file(at("f.sql")), text);
  EXPECT_EQ(names(), std::vector<std::string>{"f.sql"}) << "nothing temporary stays";
}

TEST_F(Files, CreatesFoldersAndReplaces) {
  write_file(at("a/b/c.sql"), "one");
  write_file(at("a/b/c.sql"), "two");
  EXPECT_EQ(read_file(at("a/b/c.sql")), "two");
}

TEST_F(Files, RefusesToOverwriteWhenAsked) {
  write_file(at("f.sql"), "one", Overwrite::refused);
  EXPECT_THROW(write_file(at("f.sql"), "two", Overwrite::refused), Failure);
  EXPECT_EQ(read_file(at("f.sql")), "one");
  EXPECT_EQ(names().size(), 1U);
}

TEST_F(Files, KeepsTheModeOfAFileAndHonoursTheUmask) {
  write_file(at("f.sql"), "one");
  const mode_t mask = ::umask(0);
  ::umask(mask);
  struct stat info {};
  ASSERT_EQ(::stat(at("f.sql").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0666U & ~mask);
  ASSERT_EQ(::chmod(at("f.sql").c_str(), 0640), 0);
  write_file(at("f.sql"), "two");
  ASSERT_EQ(::stat(at("f.sql").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0640U);
}

TEST_F(Files, WritesTheLongestNameThatThereIs) {
  const std::string name(255, 'n');
  write_file(at(name), "x");
  EXPECT_EQ(read_file(at(name)), "x");
}

TEST_F(Files, SaysWhichFileFailedAndWhy) {
  try {
    (void)read_file(at("none.sql"));
    FAIL() << "read a file that does not exist";
  } catch (const Failure& failure) {
    EXPECT_EQ(std::string(failure.what()),
              "cannot read " + at("none.sql").string() + ": No such file or directory");
  }
  EXPECT_THROW((void)read_file(folder_), Failure);
  write_file(at("file"), "");
  EXPECT_THROW(write_file(at("file/below"), "x"), Failure);
  EXPECT_THROW((void)list_files(at("none")), Failure);
  EXPECT_THROW((void)list_files(at("file")), Failure);
}

TEST_F(Files, ListsFilesAndFoldersSorted) {
  for (const char* name : {"b.sql", "a.sql", "B.sql", ".hidden", "sub/x.sql", "10.sql"}) {
    write_file(at(name), "");
  }
  fs::create_symlink(at("a.sql"), at("link.sql"));
  fs::create_symlink(at("nowhere"), at("dangling.sql"));
  std::vector<std::string> found;
  for (const fs::path& path : list_files(folder_)) found.push_back(path.filename().string());
  EXPECT_EQ(found, (std::vector<std::string>{"10.sql", "B.sql", "a.sql", "b.sql", "link.sql"}));
  ASSERT_EQ(list_folders(folder_).size(), 1U);
  EXPECT_EQ(list_folders(folder_)[0], at("sub"));
}

struct Utf8Case {
  std::string text;
  std::size_t invalid_at;  // text.size() when all is well
};

class Utf8 : public testing::TestWithParam<Utf8Case> {};

TEST_P(Utf8, FindsTheFirstInvalidByte) {
  const Utf8Case& c = GetParam();
  EXPECT_EQ(first_invalid_utf8(c.text), c.invalid_at);
  EXPECT_EQ(is_utf8(c.text), c.invalid_at == c.text.size());
}

INSTANTIATE_TEST_SUITE_P(Cases, Utf8,
                         testing::Values(Utf8Case{"", 0}, Utf8Case{"plain", 5}, Utf8Case{"é€😀", 9},
                                         Utf8Case{"\xEF\xBB\xBFx", 4}, Utf8Case{"\xED\x9F\xBF", 3},
                                         Utf8Case{"\xF4\x8F\xBF\xBF", 4}, Utf8Case{"caf\xE9", 3},
                                         Utf8Case{"caf\xE9 x", 3}, Utf8Case{"\x80", 0},
                                         Utf8Case{"\xC0\x80", 0}, Utf8Case{"\xC1\xBF", 0},
                                         Utf8Case{"\xE0\x80\x80", 0}, Utf8Case{"\xE0\x9F\xBF", 0},
                                         Utf8Case{"\xED\xA0\x80", 0},
                                         Utf8Case{"\xF0\x8F\xBF\xBF", 0},
                                         Utf8Case{"\xF4\x90\x80\x80", 0},
                                         Utf8Case{"\xF5\x80\x80\x80", 0}, Utf8Case{"ab\xE2\x82", 2},
                                         Utf8Case{"ab\xE2\x82z", 2}, Utf8Case{"\xFF\xFE", 0}));

}  // namespace
}  // namespace pgplumb
