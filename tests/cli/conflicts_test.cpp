// conflicts: two folders, two git refs.
#include <cstdlib>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class Conflicts : public OfflineProgramTest {
 protected:
  void write(const std::string& side, const std::string& label, const std::string& up) {
    folder().write(side + "/" + label + ".up.sql", up);
  }
  void both(const std::string& label, const std::string& up) {
    write("ours", label, up);
    write("theirs", label, up);
  }
  Outcome compare() { return run({"conflicts", "ours", "theirs"}); }
};

TEST_F(Conflicts, NothingInCommonIsNoConflict) {
  both("1_a", "create table a (x int);\n");
  write("ours", "2_b", "create table b (x int);\n");
  write("theirs", "3_c", "create table c (x int);\n");
  EXPECT_EQ(shown(compare()),
            "0\nnote: 2_b of ours is late wherever 3_c of theirs is applied first\n"
            "1 only in ours, 1 only in theirs: 0 conflicts\n");
}

TEST_F(Conflicts, OneVersionTwice) {
  write("ours", "1_a", "create table a (x int);\n");
  write("theirs", "1_b", "create table b (x int);\n");
  EXPECT_EQ(shown(compare()),
            "2\nconflict: version 1 is taken twice: ours/1_a.up.sql in ours, theirs/1_b.up.sql in "
            "theirs\n0 only in ours, 0 only in theirs: 1 conflict\n");
}

TEST_F(Conflicts, OneColumnTouchedByBoth) {
  both("1_a", "create table a (x int, y int);\n");
  write("ours", "2_b", "alter table a alter x type bigint;\n");
  write("theirs", "3_c", "alter table a alter x type text;\n");
  const Outcome outcome = compare();
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.out.find("conflict: both touch column public.a.x: ours "
                             "(ours/2_b.up.sql:1:21), theirs (theirs/3_c.up.sql:1:21)\n"),
            std::string::npos)
      << outcome.out;
}

TEST_F(Conflicts, PartsOfOneTableAreANote) {
  both("1_a", "create table a (x int);\n");
  write("ours", "2_b", "alter table a add y int;\n");
  write("theirs", "3_c", "alter table a add z int;\n");
  const Outcome outcome = compare();
  EXPECT_EQ(outcome.code, 0) << outcome.out;
  EXPECT_NE(outcome.out.find("note: both change parts of table public.a: ours "
                             "(ours/2_b.up.sql:1:"),
            std::string::npos)
      << outcome.out;
}

TEST_F(Conflicts, OneDropsWhatTheOtherNeeds) {
  both("1_a", "create table a (x int);\n");
  write("ours", "2_b", "drop table a;\n");
  write("theirs", "3_c", "alter table a add z int;\n");
  const Outcome outcome = compare();
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.out.find("conflict: with ours applied first, theirs does not run: "),
            std::string::npos)
      << outcome.out;
}

TEST_F(Conflicts, TwoGitRefs) {
  if (std::system("git --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "SKIPPED: no git here";
  const std::string git =
      "cd '" + folder().path().string() + "' && git -c user.name=t -c user.email=t@t.invalid ";
  const auto commit = [&](const std::string& message) {
    ASSERT_EQ(std::system((git + "add . > /dev/null && " + git.substr(git.find("git")) +
                           "commit -q -m " + message)
                              .c_str()),
              0);
  };
  ASSERT_EQ(std::system((git + "init -q -b main > /dev/null 2>&1").c_str()), 0);
  migration("1_a", "create table a (x int);\n");
  commit("base");
  ASSERT_EQ(std::system((git + "checkout -q -b feature").c_str()), 0);
  migration("2_b", "alter table a alter x type bigint;\n");
  commit("feature");
  ASSERT_EQ(std::system((git + "checkout -q main").c_str()), 0);
  migration("3_c", "alter table a alter x type text;\n");
  commit("main");
  const Outcome outcome = run({"conflicts", "main", "feature"});
  EXPECT_EQ(outcome.code, 2) << shown(outcome);
  EXPECT_NE(outcome.out.find("conflict: both touch column public.a.x: main "
                             "(main:migrations/3_c.up.sql:1:21), feature "
                             "(feature:migrations/2_b.up.sql:1:21)\n"),
            std::string::npos)
      << outcome.out;
  EXPECT_EQ(run({"conflicts", "feature"}).code, 2);
  const Outcome unknown = run({"conflicts", "no_such_ref", "feature"});
  EXPECT_EQ(unknown.code, 64);
  EXPECT_EQ(unknown.err.find("pgplumb: \"no_such_ref\" is neither a folder nor a git ref (git "),
            0U)
      << unknown.err;
}

}  // namespace
}  // namespace pgplumb::testing
