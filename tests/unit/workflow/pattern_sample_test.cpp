#include "workflow/pattern_sample.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pgplumb::workflow {
namespace {

std::string sample(std::string_view pattern) {
  return text_matching(pattern).value_or("(nothing)");
}

TEST(PatternSample, IsOneTextThatMatches) {
  EXPECT_EQ(sample("^[a-z]{3}-[0-9]{4}$"), "aaa-0000");
  EXPECT_EQ(sample("^#?[0-9A-F]{6}$"), "000000");
  EXPECT_EQ(sample(R"(^\+[1-9]\d{7,14}$)"), "+11111111");
  EXPECT_EQ(sample("^(?:draft|sent)(_[[:lower:]]+)?$"), "draft");
  EXPECT_EQ(sample(R"(^[^@\s]+@[^@]+\.[a-z]{2,}$)"), "a@a.aa");
  EXPECT_EQ(sample("^[]x-]+?.*$"), "]a");
  EXPECT_EQ(sample(""), "");
}

TEST(PatternSample, IsNoneOfWhatIsNotPlain) {
  EXPECT_EQ(sample("^(?=a)b"), "(nothing)");
  EXPECT_EQ(sample("(a"), "(nothing)");
  EXPECT_EQ(sample("a)"), "(nothing)");
  EXPECT_EQ(sample("[a"), "(nothing)");
  EXPECT_EQ(sample("a{2"), "(nothing)");
  EXPECT_EQ(sample(R"(\)"), "(nothing)");
  EXPECT_EQ(sample(R"((a)\1)"), "(nothing)");
  EXPECT_EQ(sample("((((((a{1000}){1000}){1000}){1000}){1000}){1000})"), "(nothing)");
  EXPECT_EQ(sample(std::string(1000, '(')), "(nothing)");
}

}  // namespace
}  // namespace pgplumb::workflow
