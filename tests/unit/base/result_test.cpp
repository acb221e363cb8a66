#include "base/result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace pgplumb {
namespace {

Result<int> parse_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return Diagnostic{DiagnosticCode::configuration, "not a digit", {}, {}};
}

TEST(Result, HoldsAValue) {
  const Result<int> result = parse_digit('7');
  ASSERT_TRUE(result.has_value());
  EXPECT_TRUE(static_cast<bool>(result));
  EXPECT_EQ(*result, 7);
  EXPECT_EQ(result.value(), 7);
}

TEST(Result, HoldsAProblem) {
  const Result<int> result = parse_digit('x');
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, DiagnosticCode::configuration);
  EXPECT_EQ(result.error().message, "not a digit");
}

TEST(Result, GivesUpItsValue) {
  Result<std::unique_ptr<std::string>> result(std::make_unique<std::string>("moved"));
  EXPECT_EQ(result->get()->size(), 5U);
  const std::unique_ptr<std::string> taken = std::move(result).value();
  EXPECT_EQ(*taken, "moved");
}

TEST(ResultDeathTest, RefusesTheWrongSide) {
  EXPECT_DEATH((void)parse_digit('x').value(), "internal error");
  EXPECT_DEATH((void)parse_digit('1').error(), "internal error");
}

}  // namespace
}  // namespace pgplumb
