#include "pg/connection_url.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pgplumb::pg {
namespace {

struct ParseCase {
  std::string text, host, port, user, password, database;
};

TEST(ConnectionUrlParse, ReadsUrlsAndConninfo) {
  const std::vector<ParseCase> cases = {
      {"postgres://localhost/shop", "localhost", "", "", "", "shop"},
      {"postgresql://app:secret@db:5433/shop", "db", "5433", "app", "secret", "shop"},
      {"postgres://app@db", "db", "", "app", "", "app"},
      {"postgres://a%40b:p%40s%2Fs%3A@db/x%20y", "db", "", "a@b", "p@s/s:", "x y"},
      {"postgres://app:p?w#d@db/shop", "db", "", "app", "p?w#d", "shop"},
      {"postgres://h1:1,h2:2/shop", "h1,h2", "1,2", "", "", "shop"},
      {"postgres://[::1]:5432/shop", "::1", "5432", "", "", "shop"},
      {"postgres:///shop?host=/run/pg&port=5433", "/run/pg", "5433", "", "", "shop"},
      {"postgres://%2Frun%2Fpg/shop", "/run/pg", "", "", "", "shop"},
      {"host=db port=1 user=u password='a b\\'c' dbname=d", "db", "1", "u", "a b'c", "d"},
      {"dbname=shop", "", "", "", "", "shop"},
      {"postgresql://", "", "", "", "", ""},
  };
  for (const ParseCase& expected : cases) {
    const auto url = ConnectionUrl::parse(expected.text);
    ASSERT_TRUE(url) << expected.text << ": " << url.error().message;
    EXPECT_EQ(url->host(), expected.host) << expected.text;
    EXPECT_EQ(url->port(), expected.port) << expected.text;
    EXPECT_EQ(url->user(), expected.user) << expected.text;
    EXPECT_EQ(url->parameter("password"), expected.password) << expected.text;
    EXPECT_EQ(url->has_password(), !expected.password.empty()) << expected.text;
    EXPECT_EQ(url->database(), expected.database) << expected.text;
  }
}

TEST(ConnectionUrlParse, KeepsOtherParameters) {
  const auto url = ConnectionUrl::parse("postgres://db/shop?sslmode=require&connect_timeout=3");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->parameter("sslmode"), "require");
  EXPECT_EQ(url->parameter("connect_timeout"), "3");
}

TEST(ConnectionUrlParse, RefusesWithoutShowingAPassword) {
  const std::vector<std::string> cases = {
      "",
      "  ",
      "shop",
      "mysql://app:hunter2@db/shop",
      "postgres://app:hunter2%zz@db/shop",
      "postgres://app:a\"hunter2%zz@db/shop",
      "postgres://app:\"hunter2%zz\"@db/shop",
      "postgres://app:hun@ter2@db/shop",
      "postgres://app:hunter2/x@db/shop",
      "postgres://app:hunter2@db/shop?nonsense=1",
      "postgres://app:hunter2@[::1/shop",
      "host=db password=x hunter2",
      "host=db password=x hunter2=1",
      "host=db password='hunter2",
      std::string("postgres://a\0b", 14),
  };
  for (const std::string& text : cases) {
    const auto url = ConnectionUrl::parse(text);
    ASSERT_FALSE(url) << text;
    EXPECT_EQ(url.error().code, DiagnosticCode::configuration);
    EXPECT_EQ(url.error().message.find("hunter2"), std::string::npos) << url.error().message;
    EXPECT_EQ(url.error().message.find("ter2"), std::string::npos) << url.error().message;
  }
}

TEST(ConnectionUrlParse, NamesWhatItDoesNotKnow) {
  const auto url = ConnectionUrl::parse("postgres://db/shop?sslmod=require");
  ASSERT_FALSE(url);
  EXPECT_NE(url.error().message.find("sslmod"), std::string::npos) << url.error().message;
}

TEST(ConnectionUrlParse, UnderstandsPrismas) {
  const auto url = ConnectionUrl::parse(
      "postgresql://app:p%40?w@db/shop?schema=my%20App&pgbouncer=true&connection_limit=1&sslmode="
      "require&pool_timeout=2");
  ASSERT_TRUE(url) << url.error().message;
  EXPECT_EQ(url->parameter("password"), "p@?w");
  EXPECT_EQ(url->parameter("sslmode"), "require");
  EXPECT_EQ(url->parameter("options"), R"(-c search_path="my\ App")");
  const auto plain = ConnectionUrl::parse("postgresql://db/shop?schema=public");
  ASSERT_TRUE(plain) << plain.error().message;
  EXPECT_EQ(plain->parameter("options"), "");
  EXPECT_EQ(plain->database(), "shop");
}

TEST(ConnectionUrlParse, SaysWhoseUrlItIs) {
  const auto message = [](const char* text) { return ConnectionUrl::parse(text).error().message; };
  EXPECT_EQ(message("mysql://app:hunter2@db/shop"),
            "the connection URL is not valid: \"mysql://\" is not PostgreSQL");
  EXPECT_EQ(message("jdbc:postgresql://db/shop?user=app&password=hunter2"),
            "the connection URL is not valid: this is a URL of JDBC; without \"jdbc:\", and with "
            "the user and the password in front of the host, it is one of libpq's");
  EXPECT_NE(message("postgres://db/shop?sslaccept=strict").find("\"sslaccept\" is Prisma's"),
            std::string::npos);
}

TEST(ConnectionUrlParse, RefusesValuesThatLibpqWouldRefuseLater) {
  const auto message = [](const char* text) { return ConnectionUrl::parse(text).error().message; };
  EXPECT_EQ(message("postgres://db/shop?sslmode=bogus"),
            "sslmode is one of disable, allow, prefer, require, verify-ca and verify-full");
  EXPECT_EQ(message("postgres://db:99999/shop"), "a port is a number up to 65535");
  EXPECT_EQ(message("host=a,b port=1,65536"), "a port is a number up to 65535");
  EXPECT_EQ(message("postgres://db/shop?connect_timeout=abc"),
            "connect_timeout is a number of seconds");
  EXPECT_TRUE(ConnectionUrl::parse("host=a,b port=,65535 connect_timeout=' 10 '"));
}

TEST(ConnectionUrlFromParameters, DropsEmptyValuesAndRefusesUnknownOnes) {
  const auto url = ConnectionUrl::from_parameters({{"host", "db"}, {"port", ""}, {"user", "app"}});
  ASSERT_TRUE(url);
  EXPECT_EQ(url->masked(), "postgresql://app@db/");
  EXPECT_EQ(url->database(), "app");
  EXPECT_FALSE(ConnectionUrl::from_parameters({{"hosts", "db"}}));
  EXPECT_FALSE(ConnectionUrl::from_parameters({{"host", "db"}, {"port", "x"}}));
}

struct MaskCase {
  std::string text, expected;
};

TEST(ConnectionUrlMasked, ShowsEverythingButSecrets) {
  const std::vector<MaskCase> cases = {
      {"postgres://app:secret@db:5433/shop?sslmode=require",
       "postgresql://app:****@db:5433/shop?sslmode=require"},
      {"postgres://app@db/shop", "postgresql://app@db/shop"},
      {"postgres://:secret@db/shop", "postgresql://:****@db/shop"},
      {"postgres://h1:1,h2:2/shop", "postgresql://h1:1,h2:2/shop"},
      {"postgres://[::1]:5/shop", "postgresql://[::1]:5/shop"},
      {"host=/run/pg dbname='x y'", "postgresql:///x%20y?host=/run/pg"},
      {"host=db sslpassword=secret", "postgresql://db/?sslpassword=****"},
  };
  for (const MaskCase& c : cases) {
    const auto url = ConnectionUrl::parse(c.text);
    ASSERT_TRUE(url) << c.text;
    EXPECT_EQ(url->masked(), c.expected);
    EXPECT_TRUE(ConnectionUrl::parse(url->masked())) << url->masked();
  }
}

TEST(ConnectionUrlConninfo, ReadsBackEqual) {
  const auto url =
      ConnectionUrl::parse("postgres://a%40b:p%27s%5C%20@db:5433/x%20y?sslmode=prefer");
  ASSERT_TRUE(url);
  const auto again = ConnectionUrl::parse(url->conninfo());
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, *url);
}

TEST(ConnectionUrlWith, ReplacesAndRemoves) {
  const auto url = ConnectionUrl::parse("postgres://app@db/shop?sslmode=require");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->with_database("other").database(), "other");
  EXPECT_EQ(url->with("sslmode", "").masked(), "postgresql://app@db/shop");
  EXPECT_EQ(url->database(), "shop");
}

TEST(MaskSecrets, InAnyText) {
  const std::vector<MaskCase> cases = {
      {"cannot reach postgres://app:hunter2@db/shop", "cannot reach postgres://app:****@db/shop"},
      {"postgres://app:hun@ter2@db/x", "postgres://app:****@db/x"},
      {"\"postgres://a:b@c\" and 'postgres://d:e@f'",
       "\"postgres://a:****@c\" and 'postgres://d:****@f'"},
      {"https://example.org/a:b and me@example.org", "https://example.org/a:b and me@example.org"},
      {"postgres://app@db/shop", "postgres://app@db/shop"},
      {"host=db password=hunter2 user=x", "host=db password=**** user=x"},
      {"password='hun ter\\'2' user=x", "password=**** user=x"},
      {"?sslpassword=hunter2&x=1", "?sslpassword=****&x=1"},
      {"CREATE ROLE x PASSWORD 'hunter2';", "CREATE ROLE x PASSWORD ****;"},
      {"CREATE ROLE x PASSWORD 'it''s hunter2' LOGIN", "CREATE ROLE x PASSWORD **** LOGIN"},
      {"CREATE ROLE x PASSWORD E'it\\'s hunter2' LOGIN", "CREATE ROLE x PASSWORD **** LOGIN"},
      {"CREATE ROLE x PASSWORD $a$hunter2 'x'$a$;", "CREATE ROLE x PASSWORD ****;"},
      {"EXECUTE 'CREATE ROLE x PASSWORD ''hunter2'' LOGIN'",
       "EXECUTE 'CREATE ROLE x PASSWORD **** LOGIN'"},
      {"CREATE ROLE x PASSWORD '' LOGIN", "CREATE ROLE x PASSWORD **** LOGIN"},
      {"CREATE ROLE x PASSWORD NULL; SELECT $1", "CREATE ROLE x PASSWORD NULL; SELECT $1"},
      {"{\"password\": \"hunter2\"}", "{\"password\": ****}"},
      {"password authentication failed for user \"app\"",
       "password authentication failed for user \"app\""},
      {"password", "password"},
      {"password=", "password="},
      {"", ""},
  };
  // A value of a type.
  EXPECT_EQ(mask_secrets("a = 'password'::kind AND b"), "a = 'password'::kind AND b");
  for (const MaskCase& c : cases) EXPECT_EQ(mask_secrets(c.text), c.expected);
}

TEST(MaskSecrets, OfOneUrl) {
  const auto url = ConnectionUrl::parse("postgres://app:p%40ssword9@db/shop");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->mask_secrets("tried p@ssword9 and p%40ssword9"), "tried **** and ****");
  // The password is also a name: hiding it would hide nothing and spoil the message.
  const auto same = ConnectionUrl::parse("postgres://postgres:postgres@db/shop");
  ASSERT_TRUE(same);
  EXPECT_EQ(same->mask_secrets("role \"postgres\" is missing"), "role \"postgres\" is missing");
}

}  // namespace
}  // namespace pgplumb::pg
