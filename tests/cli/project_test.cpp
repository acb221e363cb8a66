// init and create: what they write, and what they leave alone.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class Project : public OfflineProgramTest {};

TEST_F(Project, InitIsSafeToRunAgain) {
  EXPECT_EQ(shown(run({"init"})), "0\npgplumb.yaml\nschema/\nmigrations/\nseeds/\n");
  folder().write("pgplumb.yaml", "schema: mine\n");
  EXPECT_EQ(shown(run({"init", "--github"})),
            "0\nmine/\n.github/workflows/schema.yaml\n"
            "--- err\nmigrations/ is there already\nseeds/ is there already\n");
  EXPECT_EQ(read_file(folder().path() / "pgplumb.yaml"), "schema: mine\n");
}

TEST_F(Project, CreateMakesNamesSafe) {
  struct Case {
    std::string name;
    std::string safe;
  };
  for (const Case& one :
       {Case{"add users", "add_users"}, Case{"../../etc/passwd", "etc_passwd"},
        Case{"it's \"q\"", "it_s_q"}, Case{std::string(300, 'x'), std::string(80, 'x')}}) {
    const Outcome outcome = run({"create", one.name});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_EQ(outcome.err, "named " + one.safe + ", which is safe in a file name\n");
    EXPECT_THAT(outcome.out, ::testing::MatchesRegex("migrations/[0-9]{14}_" + one.safe +
                                                     ".up.sql\nmigrations/[0-9]{14}_" + one.safe +
                                                     ".down.sql\n"));
  }
  EXPECT_EQ(files("migrations").size(), 8U);
  EXPECT_EQ(files("").size(), 0U);
}

TEST_F(Project, CreateNeedsSomethingToName) {
  for (const char* name : {"   ", "\u65e5\u672c", "--"}) {
    const Outcome outcome = run({"create", "--", name});
    EXPECT_EQ(outcome.code, 64) << name;
    EXPECT_NE(outcome.err.find("nothing can be in a file's name"), std::string::npos)
        << outcome.err;
  }
  EXPECT_FALSE(std::filesystem::exists(folder().path() / "migrations"));
}

TEST_F(Project, SeveralAtOnceGetVersionsOfTheirOwn) {
  constexpr std::size_t kRuns = 6;
  std::vector<std::thread> runs;
  runs.reserve(kRuns);
  for (std::size_t i = 0; i < kRuns; ++i) {
    runs.emplace_back([this] {
      const std::string program = PGPLUMB_BINARY_DIR "/pgplumb";
      const std::string command =
          "cd '" + folder().path().string() + "' && '" + program + "' create same > out 2>&1";
      EXPECT_EQ(std::system(command.c_str()), 0);
    });
  }
  for (std::thread& one : runs) one.join();
  EXPECT_EQ(files("migrations").size(), 12U);
}

TEST_F(Project, CreateGoesPastTheNewestVersion) {
  migration("29991231235959_far", "select 1;\n");
  EXPECT_EQ(shown(run({"new", "a"})),
            "0\nmigrations/30000101000000_a.up.sql\nmigrations/30000101000000_a.down.sql\n");
}

}  // namespace
}  // namespace pgplumb::testing
