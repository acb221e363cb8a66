// DEFAULT 'now' is the moment at which the statement ran: nothing can tell whether another moment
// is the one that was meant.
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Clock : public ProgramTest {};

constexpr const char* kText =
    "create table t (id int, d timestamp default 'now()', e date default 'tomorrow'::date,\n"
    "  w text default 'now', check (d > 'yesterday'));\n"
    "create view v as select id from t where d < 'Now'::timestamptz;\n";

TEST_F(Clock, WhatWasReadOffItIsUnknown) {
  migration("1_a", kText);
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  const Outcome outcome = run_on_database({"verify"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.out, HasSubstr(" 0 different, ")) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr("is the same as 'now()'"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("public.t.w"))) << shown(outcome);
  EXPECT_EQ(run_on_database({"verify", "--allow-unknown"}).code, 0);
}

TEST_F(Clock, TwoTextsThatReadItMeanTheSame) {
  migration("1_a", kText);
  folder().write("schema/a.sql", std::string(kText) +
                                     "create table u (at timestamptz default "
                                     "'now', d date);\n");
  EXPECT_THAT(generated(), Not(HasSubstr("public.t")));
}

}  // namespace
}  // namespace pgplumb::testing
