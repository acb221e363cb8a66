// What is said, and planned, of what the texts alone leave open.
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class Offline : public OfflineProgramTest {
 protected:
  std::string said_of(const std::string& current, const std::string& desired,
                      const std::vector<std::string>& options = {}) {
    folder().write("a.sql", current);
    folder().write("b.sql", desired);
    std::vector<std::string> arguments = {"diff", "schema:a.sql", "schema:b.sql", "--offline"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run(arguments).out;
  }
};

// Whose contents no text tells.
TEST_F(Offline, ATypeOfAnExtensionThatIsWrittenAlikeIsNotChanged) {
  const std::string text =
      "create extension citext;\ncreate table t (id int, email citext);\n"
      "create view v as select email from t;\n";
  const std::string plan = said_of(text, text + "create table z (i int);\n", {"--sql"});
  EXPECT_THAT(plan, HasSubstr("CREATE TABLE public.z"));
  EXPECT_THAT(plan, Not(HasSubstr("VIEW")));
  EXPECT_THAT(plan, Not(HasSubstr("public.t")));
}

std::string maybe(const std::string& statement) {
  return "do $$ begin if random() < 2 then " + statement + "; end if; end $$;\n";
}

TEST_F(Offline, WhatMayBeThereIsSaidOfTheSideThatLeavesItOpen) {
  const std::string open =
      "create table b (id int);\n" + maybe("create table a (id int)") + maybe("drop table b");
  const auto both = AllOf(HasSubstr("table public.a: statements not understood may have made it"),
                          HasSubstr("table public.b: statements not understood may have dropped"));
  EXPECT_THAT(said_of(open, "create table a (id int);\n"), both);
  EXPECT_THAT(said_of("create table a (id int);\n", open), both);
}

// The column may be there: then the index is, too.
TEST_F(Offline, WhatIsDoneToWhatMayBeThereIsLeftOpen) {
  const std::string table = "create table t (id int, name text);\n";
  const std::string column = "alter table t add column kind text";
  const std::string open = table + maybe(column);
  const std::string done = table + column + ";\n";
  for (const char* later :
       {"create index i on t (kind)", "alter table t rename column kind to sort",
        "comment on column t.kind is 'x'", "alter table t add constraint k unique (kind)"}) {
    std::string current = open;
    std::string desired = done;
    EXPECT_THAT(said_of(current.append(later), desired.append(later)), HasSubstr(" 0 different, "))
        << later;
  }
}

}  // namespace
}  // namespace pgplumb::testing
