// Constants as the type prints them.
#include <gtest/gtest.h>

#include "sql/canonical/builtins.hpp"
#include "sql/canonical/literals.hpp"

namespace pgplumb::sql::canon {
namespace {

struct Case {
  std::string type;
  std::string raw;
  std::string normal;  // empty: can't be told
};

class Literal : public testing::TestWithParam<Case> {};

TEST_P(Literal, HasThatNormalForm) {
  const Case& c = GetParam();
  const TypeInfo* type = builtin(c.type);
  ASSERT_NE(type, nullptr) << c.type;
  const NormalLiteral normal = normal_literal(*type, c.raw);
  EXPECT_EQ(normal.certain, !c.normal.empty()) << c.type << " " << c.raw << " " << normal.text;
  EXPECT_EQ(normal.text, c.normal.empty() ? c.raw : c.normal) << c.type;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Literal,
    testing::Values(
        Case{"int4", "7", "7"}, Case{"int4", " +007 ", "7"}, Case{"int4", "-7", "-7"},
        Case{"int4", "2147483648", ""}, Case{"int4", "0x1", ""}, Case{"int2", "32768", ""},
        Case{"int8", "9223372036854775807", "9223372036854775807"}, Case{"bool", "t", "true"},
        Case{"bool", "YES", "true"}, Case{"bool", "of", "false"}, Case{"bool", "maybe", ""},
        Case{"bool", "o", ""}, Case{"numeric", "1.50", "1.50"}, Case{"numeric", "-.5", "-0.5"},
        Case{"numeric", "1e3", "1000"}, Case{"numeric", "1.5e-3", "0.0015"},
        Case{"numeric", "007.0", "7.0"}, Case{"numeric", "-0", "0"}, Case{"numeric", "NaN", "NaN"},
        Case{"numeric", "-inf", "-Infinity"}, Case{"float8", "infinity", "Infinity"},
        Case{"float8", " +INF", "Infinity"}, Case{"float4", "nan", "NaN"},
        Case{"float8", "-nan", ""}, Case{"float8", "infinite", ""}, Case{"jsonpath", "$", "$"},
        Case{"jsonpath", "lax $.a", "$.\"a\""},
        Case{"jsonpath", "strict $.\"a\".b_1[*].*", "strict $.\"a\".\"b_1\"[*].*"},
        Case{"jsonpath", "$.a.type()", ""}, Case{"jsonpath", "$a", ""},
        Case{"jsonpath", "$.a ? (@ > 1)", ""}, Case{"float8", "1.50", "1.5"},
        Case{"float8", "1e20", ""}, Case{"float4", "0.1", "0.1"},
        Case{"uuid", "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11",
             "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"},
        Case{"uuid", "{a0eebc999c0b4ef8bb6d6bb9bd380a11}", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"},
        Case{"uuid", "xyz", ""}, Case{"inet", "10.0.0.1/32", "10.0.0.1"},
        Case{"inet", "10.0.0.0/8", "10.0.0.0/8"}, Case{"inet", "::1", ""},
        Case{"bytea", "\\xDEAD", "\\xdead"}, Case{"bytea", "abc", ""},
        Case{"date", "2020-1-5", "2020-01-05"}, Case{"date", "2020-02-30", ""},
        Case{"date", "today", ""}, Case{"date", "infinity", "infinity"},
        Case{"timestamp", "2020-01-05", "2020-01-05 00:00:00"},
        Case{"timestamp", "2020-01-05T10:30:00.500", "2020-01-05 10:30:00.5"},
        Case{"timestamp", "2020-01-05 25:00", ""},
        Case{"timestamptz", "2020-01-01 01:00:00+02", "2019-12-31 23:00:00+00"},
        Case{"timestamp", "2020-01-01 00:00:01+00:00", "2020-01-01 00:00:01"},
        Case{"timestamptz", "1970-01-01 00:00:00 UTC", "1970-01-01 00:00:00+00"},
        Case{"timestamptz", "1970-01-01 00:00:00 CET", ""},
        Case{"timestamptz", "2020-01-01 00:00:00", ""}, Case{"time", "9:30", "09:30:00"},
        Case{"interval", "1 week", "7 days"}, Case{"interval", "24 hours", "24:00:00"},
        Case{"interval", "90 minutes", "01:30:00"}, Case{"interval", "1 month", "1 mon"},
        Case{"interval", "14 months", "1 year 2 mons"}, Case{"interval", "-1 days", "-1 days"},
        Case{"interval", "1.5 hours", ""}, Case{"interval", "0", "00:00:00"},
        Case{"jsonb", "{\"b\":1,\"a\":[1,2]}", "{\"a\": [1, 2], \"b\": 1}"},
        Case{"jsonb", "{\"bb\":1,\"c\":true}", "{\"c\": true, \"bb\": 1}"},
        Case{"jsonb", "{\"a\":1,\"a\":2}", "{\"a\": 2}"}, Case{"jsonb", "\"\\u0061\"", ""},
        Case{"json", "{\"a\":  1}", "{\"a\":  1}"}, Case{"_int4", "{1, 2}", "{1,2}"},
        Case{"_text", "{\"a b\", c}", "{\"a b\",c}"}, Case{"_text", "{\"c\"}", "{c}"},
        Case{"_text", "{null,\"null\"}", "{NULL,\"null\"}"}, Case{"_int4", "{{1},{2}}", ""},
        Case{"_bool", "{true}", "{t}"}, Case{"regconfig", "pg_catalog.english", "english"},
        Case{"regconfig", "mine", ""}, Case{"point", "(0,0)", ""}, Case{"text", " x ", " x "}));

}  // namespace
}  // namespace pgplumb::sql::canon
