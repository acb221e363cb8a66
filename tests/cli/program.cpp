#include "tests/cli/program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <regex>

namespace pgplumb::testing {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  all.reserve(texts.size() + 1);
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

void redirect(const char* path, int flags, int descriptor) {
  constexpr int kMode = 0600;
  const int opened = open(path, flags, kMode);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(126);
}

std::string normalized(std::string text, const std::string& folder) {
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at)) {
    text.replace(at, folder.size(), "HERE");
  }
  text = std::regex_replace(text, std::regex(R"([0-9.]+ m?s\))"), "N ms)");
  return std::regex_replace(text, std::regex(R"([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:.]+[+-][0-9:]+)"),
                            "TIME");
}

}  // namespace

std::string shown(const Outcome& outcome) {
  std::string text = std::to_string(outcome.code) + "\n" + outcome.out;
  if (!outcome.err.empty()) text += "--- err\n" + outcome.err;
  return text;
}

ProgramTest::ProgramTest() {
  const ::testing::TestInfo& test = *::testing::UnitTest::GetInstance()->current_test_info();
  captured_ = std::filesystem::path(PGPLUMB_BINARY_DIR) / "captured" /
              ("program." + std::string(test.test_suite_name()) + "." + test.name());
  std::filesystem::remove_all(captured_);
  std::filesystem::create_directories(captured_);
}

ProgramTest::~ProgramTest() {
  try {
    if (has_database()) keep_history();
    keep("ended", std::to_string(runs_) + "\n");
  } catch (const std::exception& error) {
    ADD_FAILURE() << "what the test left can't be kept: " << error.what();
  }
}

void ProgramTest::keep(const std::string& name, const std::string& text) const {
  EXPECT_EQ(text.find(kSecret), std::string::npos) << "a password was printed:\n" << text;
  std::ofstream(captured_ / name) << text;
}

// All rows of all tables that may be a history or its log.
void ProgramTest::keep_history() {
  pg::Session session = connect();
  std::string text;
  for (const pg::Row table : session.query(
           "select pg_catalog.format('%I.%I', n.nspname, c.relname) from pg_catalog.pg_class c "
           "join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') "
           "and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' "
           "and c.relname ~ '(migration|log|version|history)' order by 1")) {
    text += table.string(0) + "\n";
    for (const pg::Row row : session.query("select t::text from " + table.string(0) + " t")) {
      text += row.string(0) + "\n";
    }
  }
  if (!text.empty()) keep("history", text);
}

Outcome ProgramTest::run(const std::vector<std::string>& arguments, Variables variables) {
  for (const char* name : {"PATH", "HOME", "PGPLUMB_PG_BIN"}) {
    if (const char* value = std::getenv(name)) variables.emplace(name, value);
  }
  std::vector<std::string> command = {PGPLUMB_BINARY_DIR "/pgplumb"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment;
  for (const auto& [name, value] : variables) {
    environment.emplace_back(name).append("=").append(value);
  }
  const std::vector<char*> argv = pointers(command);
  const std::vector<char*> envp = pointers(environment);
  const Folder streams;
  const std::string out = streams.path() / "out";
  const std::string err = streams.path() / "err";
  const pid_t child = fork();
  if (child == 0) {
    redirect("/dev/null", O_RDONLY, STDIN_FILENO);
    redirect(out.c_str(), O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect(err.c_str(), O_WRONLY | O_CREAT, STDERR_FILENO);
    if (chdir(folder_.path().c_str()) == 0) execve(argv[0], argv.data(), envp.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  const std::string said = read_file(out);
  const std::string complained = read_file(err);
  const std::string run = std::to_string(++runs_);
  keep(run + ".out", said);
  keep(run + ".err", complained);
  const std::string here = folder_.path().string();
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), normalized(said, here),
          normalized(complained, here)};
}

Outcome ProgramTest::run_on_database(const std::vector<std::string>& arguments,
                                     Variables variables) {
  variables.emplace("DATABASE_URL", url().with("password", kSecret).conninfo());
  return run(arguments, std::move(variables));
}

void ProgramTest::migration(const std::string& label, const std::string& up,
                            const std::string& down) {
  folder_.write("migrations/" + label + ".up.sql", up);
  if (!down.empty()) folder_.write("migrations/" + label + ".down.sql", down);
}

std::vector<std::string> ProgramTest::files(const std::string& below) const {
  std::vector<std::string> names;
  for (const auto& path : list_files(folder_.path() / below)) {
    names.push_back(path.filename().string());
  }
  return names;
}

std::string ProgramTest::generated() {
  const Outcome outcome = run({"generate", "change"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  std::string text;
  for (const std::string& file : files("migrations")) {
    if (file.find("_change") == std::string::npos) continue;
    text += read_file(folder().path() / "migrations" / file);
  }
  EXPECT_NE(text, "") << shown(outcome);
  return text;
}

std::string ProgramTest::value(const std::string& sql) {
  pg::Session session = connect();
  const pg::Rows rows = session.query(sql);
  return rows.empty() ? "" : rows.front().string(0);
}

}  // namespace pgplumb::testing
