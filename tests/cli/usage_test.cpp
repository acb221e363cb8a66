#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class Usage : public OfflineProgramTest {};

TEST_F(Usage, CommandLines) {
  struct Case {
    std::vector<std::string> arguments;
    const char* said;
  };
  for (const Case& one : std::vector<Case>{
           {{}, "64\n--- err\npgplumb: A subcommand is required; see pgplumb --help\n"},
           {{"frob"}, "64\n--- err\npgplumb: there is no command \"frob\"; see pgplumb --help\n"},
           {{"down", "0"},
            "64\n--- err\npgplumb: N|NAME: \"0\" is not a number from 1 on; see pgplumb down "
            "--help\n"},
           {{"up", "--frob"},
            "64\n--- err\npgplumb: The following argument was not expected: --frob; see pgplumb up "
            "--help\n"},
           {{"up", "2", "--to", "3"},
            "64\n--- err\npgplumb: N|NAME excludes --to; see pgplumb up --help\n"},
           {{"up", ""}, "64\n--- err\npgplumb: N|NAME: is empty; see pgplumb up --help\n"},
           {{"up", "--to", ""}, "64\n--- err\npgplumb: --to: is empty; see pgplumb up --help\n"},
           {{"down", "--to", ""},
            "64\n--- err\npgplumb: --to: is empty; see pgplumb down --help\n"},
           {{"status", "-e", ""},
            "64\n--- err\npgplumb: --env: is empty; see pgplumb status --help\n"},
           {{"--version"}, "0\npgplumb 0.1.0\n"},
       }) {
    EXPECT_EQ(shown(run(one.arguments)), one.said);
  }
}

TEST_F(Usage, EveryCommandHasHelp) {
  for (const char* command : {"init", "create", "generate", "up", "down", "rollback", "status",
                              "version", "verify", "diff", "doctor"}) {
    const Outcome outcome = run({command, "--help"});
    EXPECT_EQ(outcome.code, 0) << command;
    EXPECT_NE(outcome.out.find("--config"), std::string::npos) << command;
    EXPECT_EQ(outcome.err, "") << command;
  }
}

TEST_F(Usage, GlobalOptionsStandBeforeAndAfter) {
  const std::string said = "64\n--- err\npgplumb: --config: there is no file nowhere.yaml\n";
  EXPECT_EQ(shown(run({"--config", "nowhere.yaml", "status"})), said);
  EXPECT_EQ(shown(run({"status", "-c", "nowhere.yaml"})), said);
}

TEST_F(Usage, NoDatabase) {
  EXPECT_EQ(
      shown(run({"up"})),
      "64\n--- err\npgplumb: no database: set DATABASE_URL, give --url postgresql://…, or set "
      "the url of an environment in pgplumb.yaml\n");
}

TEST_F(Usage, AnUnreachableServerAndNoPassword) {
  const Outcome outcome = run({"up", "--url", "postgresql://u:hush@127.0.0.1:1/d"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find("cannot connect to postgresql://u:****@127.0.0.1:1/d"),
            std::string::npos)
      << outcome.err;
  EXPECT_EQ(outcome.err.find("hush"), std::string::npos) << outcome.err;
}

TEST_F(Usage, ConfigurationProblemsHaveTheirPlace) {
  folder().write("pgplumb.yaml", "schema: s\nmigration: m\n");
  EXPECT_EQ(shown(run({"status"})),
            "64\n--- err\n"
            "pgplumb.yaml:2:1: error: unknown key \"migration\" in the configuration; there are "
            "schema, migrations, seeds, default_environment, environments, history, ignore and "
            "generate [configuration]\n"
            "  migration: m\n"
            "  ^\n"
            "pgplumb: the configuration can't be used\n");
}

TEST_F(Usage, HelpIsACommandToo) {
  EXPECT_EQ(shown(run({"help"})), shown(run({"--help"})));
  EXPECT_EQ(shown(run({"help", "up"})), shown(run({"up", "--help"})));
  EXPECT_EQ(run({"help", "nonsense"}).code, 64);
}

TEST_F(Usage, WordsForTimesAndPolicies) {
  const auto said = [&](const std::vector<std::string>& arguments) {
    std::vector<std::string> all = arguments;
    all.insert(all.end(), {"--url", "postgresql://u@127.0.0.1:1/d"});
    return run(all);
  };
  EXPECT_EQ(said({"up", "--lock-wait", "1m"}).code, 1);
  EXPECT_EQ(said({"up", "--lock-wait", "1x"}).err,
            "pgplumb: --lock-wait: \"1x\" is no time; write 500ms, 30s, 10min or 1h\n");
  EXPECT_NE(said({"up", "--late", "x"}).err.find("\"x\" is neither error nor run"),
            std::string::npos);
  folder().write("pgplumb.yaml", "history: {late: x}\n");
  EXPECT_NE(run({"status"}).err.find("\"x\" is no policy; write error or run"), std::string::npos);
}

TEST_F(Usage, WhoseVariableIsWrong) {
  const Outcome outcome = run({"status"}, {{"DB_HOST", "127.0.0.1"}, {"DB_PORT", "abc"}});
  EXPECT_EQ(shown(outcome), "64\n--- err\npgplumb: DB_PORT: a port is a number up to 65535\n");
}

TEST_F(Usage, EnvironmentsThatAreNotThere) {
  folder().write("pgplumb.yaml", "environments: {a: {url: \"${NOT_SET}\"}}\n");
  EXPECT_EQ(shown(run({"up", "--env", "b"})),
            "64\n--- err\npgplumb: there is no environment \"b\" in pgplumb.yaml; there are a\n");
  EXPECT_EQ(shown(run({"up", "--env", "a"})),
            "64\n--- err\npgplumb: pgplumb.yaml:1:25: the environment variable NOT_SET is not set; "
            "set it, or give a default: ${NOT_SET:-default}\n");
}

}  // namespace
}  // namespace pgplumb::testing
