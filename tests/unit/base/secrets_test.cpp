#include "base/secrets.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace pgplumb {
namespace {

struct Case {
  const char* line;
  const char* shown;
};
std::ostream& operator<<(std::ostream& out, const Case& value) { return out << value.line; }

class Secrets : public testing::TestWithParam<Case> {};

TEST_P(Secrets, AreHidden) { EXPECT_EQ(with_hidden_secrets(GetParam().line), GetParam().shown); }

INSTANTIATE_TEST_SUITE_P(
    Lines, Secrets,
    testing::Values(
        Case{"OPTIONS (user 'bob', password 'open');", "OPTIONS (user 'bob', password '****');"},
        Case{"OPTIONS (\"password\"  'it''s', host 'a')",
             "OPTIONS (\"password\"  '*****', host 'a')"},
        Case{"CREATE ROLE bob PASSWORD E'a\\nb' LOGIN", "CREATE ROLE bob PASSWORD E'****' LOGIN"},
        Case{"CONNECTION 'host=a password=x'", "CONNECTION 'host=a password=*'"},
        Case{"password 'never closed", "password '************"},
        Case{"SET sslpassword = 'x'", "SET sslpassword = '*'"},
        Case{"(password_required 'false')", "(password_required 'false')"},
        Case{"reset_token text DEFAULT 'x'", "reset_token text DEFAULT 'x'"},
        Case{"IN ('password', 'token'::kind) AND b = 'c'",
             "IN ('password', 'token'::kind) AND b = 'c'"},
        Case{"f('a') 'password 'open'", "f('a') 'password '****'"},
        Case{"'it''s', PASSWORD'open'", "'it''s', PASSWORD'****'"}, Case{"password", "password"},
        Case{"", ""}));

}  // namespace
}  // namespace pgplumb
