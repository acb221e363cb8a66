#include "schema/foreign_option.hpp"

#include <gtest/gtest.h>

#include "schema/describe.hpp"

namespace pgplumb {
namespace {

TEST(ForeignOption, NeverHoldsOrShowsASecret) {
  for (const char* name : {"password", "sslpassword", "PASSWORD", "passwd", "api_token",
                           "client_secret", "aws_secret_access_key", "passphrase"}) {
    const ForeignOption option = foreign_option(name, "open sesame");
    EXPECT_TRUE(option.secret) << name;
    EXPECT_EQ(option.value.find("sesame"), std::string::npos) << name;
    EXPECT_EQ(describe(option), std::string(name) + " ****");
  }
}

TEST(ForeignOption, ShowsWhatIsNoSecret) {
  for (const char* name : {"user", "host", "password_required", "column_name", "key"}) {
    EXPECT_EQ(describe(foreign_option(name, "x")), std::string(name) + " x");
  }
}

TEST(ForeignOption, TellsOneSecretFromAnother) {
  const auto verdict = [](const char* one, const char* other) {
    return compare_value(foreign_option("password", one), foreign_option("password", other));
  };
  EXPECT_EQ(verdict("a", "a"), Verdict::equal);
  EXPECT_EQ(verdict("a", "b"), Verdict::different);
  EXPECT_EQ(verdict("", "a"), Verdict::different);
}

}  // namespace
}  // namespace pgplumb
