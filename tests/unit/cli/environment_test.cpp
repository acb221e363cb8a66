#include "cli/environment.hpp"

#include <gtest/gtest.h>

namespace pgplumb::cli {
namespace {

TEST(Environment, TheProcessComesBeforeTheFile) {
  const Environment environment({{"A", "process"}, {"EMPTY", ""}},
                                {{"A", "file"}, {"EMPTY", "file"}, {"B", "file"}});
  EXPECT_EQ(environment.get("A"), "process");
  EXPECT_EQ(environment.get("B"), "file");
  EXPECT_EQ(environment.get("EMPTY"), "file");
  EXPECT_EQ(environment.get("C"), std::nullopt);
  EXPECT_TRUE(environment.only_in_file("B"));
  EXPECT_FALSE(environment.only_in_file("A"));
  EXPECT_FALSE(environment.only_in_file("C"));
}

TEST(Expand, Forms) {
  const Environment environment({{"A", "x"}, {"EMPTY", ""}}, {});
  struct Case {
    const char* text;
    const char* result;  // "!" = an error
  };
  for (const Case& one :
       {Case{"plain $A", "plain $A"}, Case{"${A}", "x"}, Case{"a${A}b${A}", "axbx"},
        Case{"${A:-d}", "x"}, Case{"${B:-d}", "d"}, Case{"${B:-}", ""}, Case{"${EMPTY:-d}", "d"},
        Case{"$${A}", "${A}"}, Case{"${B:-a:-b}", "a:-b"}, Case{"${B}", "!"}, Case{"${EMPTY}", "!"},
        Case{"${A", "!"}}) {
    const auto result = expand(one.text, environment, {});
    EXPECT_EQ(result ? *result : "!", one.result) << one.text;
  }
}

}  // namespace
}  // namespace pgplumb::cli
