// Secrets of subscriptions.
#include "schema/connection_text.hpp"

#include <gtest/gtest.h>

namespace pgplumb {
namespace {

TEST(ConnectionText, MasksSecretsAndKeepsTheRest) {
  struct Case {
    const char* conninfo;
    const char* masked;
    const char* without;
  };
  const Case cases[] = {
      {"", "", ""},
      {"host=a dbname=b", "host=a dbname=b", "host=a dbname=b"},
      {"host=a password=x dbname=b", "host=a password=**** dbname=b", "host=a dbname=b"},
      {"password = 'a b\\' c' user=u", "password = **** user=u", " user=u"},
      {" sslpassword=a  oauth_client_secret=b", " sslpassword=****  oauth_client_secret=****", ""},
      {"passfile=/x user='password=y'", "passfile=/x user='password=y'",
       "passfile=/x user='password=y'"},
      {"password=a\\ b host=h", "password=**** host=h", " host=h"},
      {"postgresql://h/d", "postgresql://h/d", "postgresql://h/d"},
      {"postgres://u:p@h:5432/d?a=b", "postgres://u:****@h:5432/d?a=b",
       "postgres://u@h:5432/d?a=b"},
      {"postgresql://u@h/d?password=x&a=b", "postgresql://u@h/d?password=****&a=b",
       "postgresql://u@h/d?a=b"},
      {"postgresql://u@h/d?a=b&sslpassword=x", "postgresql://u@h/d?a=b&sslpassword=****",
       "postgresql://u@h/d?a=b"},
  };
  for (const Case& c : cases) {
    const ConnectionText connection = ConnectionText::of(c.conninfo);
    EXPECT_EQ(connection.masked(), c.masked);
    EXPECT_EQ(connection.without_secrets(), c.without);
    EXPECT_EQ(connection.has_secrets(), connection.masked() != connection.without_secrets());
  }
}

TEST(ConnectionText, ShowsNothingOfWhatItCannotRead) {
  const char* const odd[] = {
      "password=x dbname",
      "password='x",
      "password='x\\",
      "postgresql://u:p/q@h/d",
      "postgresql://u:p?q@h/d",
      "postgresql://u:p@q@r/s@t",
      "postgresql://u@h?%70assword=secret",
  };
  for (const char* const conninfo : odd) {
    const std::string masked = ConnectionText::of(conninfo).masked();
    EXPECT_EQ(masked.find("p/q"), std::string::npos) << masked;
    EXPECT_EQ(masked.find("secret"), std::string::npos) << masked;
    EXPECT_EQ(masked.find('x'), std::string::npos) << masked;
    EXPECT_EQ(masked.find("p@q"), std::string::npos) << masked;
    EXPECT_NE(masked.find("****"), std::string::npos) << masked;
  }
}

TEST(ConnectionText, DoesNotCompareSecrets) {
  const auto verdict = [](const char* current, const char* desired) {
    return compare_value(ConnectionText::of(current), ConnectionText::of(desired));
  };
  EXPECT_EQ(verdict("host=a password=x", "host=a password=y"), Verdict::equal);
  EXPECT_EQ(verdict("host=a password=x", "host=b password=x"), Verdict::different);
  EXPECT_EQ(verdict("host=a password=x", "host=a"), Verdict::different);
  EXPECT_EQ(compare_value(ConnectionText(), ConnectionText::of("host=a")), Verdict::unknown);
}

}  // namespace
}  // namespace pgplumb
