// No file is too long to be read in one go.
#include <gtest/gtest.h>

#include <vector>

#include "tests/guards/repository.hpp"

namespace pgplumb::guards {
namespace {

constexpr std::size_t kLineLimit = 800;

TEST(Sizes, NoFileIsLongerThanTheLimit) {
  std::vector<SourceFile> files = product_sources();
  for (SourceFile& file : files_below("tests", {".hpp", ".cpp"})) files.push_back(std::move(file));
  EXPECT_GT(files.size(), 10U) << "the guard found almost no file";
  for (const SourceFile& file : files) {
    EXPECT_LE(lines_of(file.text).size(), kLineLimit) << file.path;
  }
}

TEST(Sizes, EveryHeaderIncludesItselfOnce) {
  for (const SourceFile& file : product_sources()) {
    if (!file.path.ends_with(".hpp")) continue;
    EXPECT_NE(file.text.find("\n#pragma once\n"), std::string::npos) << file.path;
  }
}

}  // namespace
}  // namespace pgplumb::guards
