#include "cli/environment.hpp"

#include <gtest/gtest.h>

#include "tests/unit/migrations/folder.hpp"

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

TEST(Expand, FilesHoldSecrets) {
  const testing::Folder folder;
  folder.write("secret", "s3 cret\r\n\n");
  const std::string path = (folder.path() / "secret").string();
  const Environment environment({}, {});
  const auto result = expand("a${file:" + path + "}b", environment, {});
  ASSERT_TRUE(result);
  EXPECT_EQ(*result, "as3 cretb");
  const auto missing = expand("${file:" + path + "x}", environment, {});
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().message.find("there is no file"), std::string::npos);
}

}  // namespace
}  // namespace pgplumb::cli
