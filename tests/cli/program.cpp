#include "tests/cli/program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <regex>

namespace pgplumb::testing {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
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

Outcome ProgramTest::run(const std::vector<std::string>& arguments, Variables variables) {
  for (const char* name : {"PATH", "HOME", "PGPLUMB_PG_BIN"}) {
    if (const char* value = std::getenv(name)) variables.emplace(name, value);
  }
  std::vector<std::string> command = {PGPLUMB_BINARY_DIR "/pgplumb"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment;
  for (const auto& [name, value] : variables) environment.push_back(name + "=" + value);
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
  const std::string here = folder_.path().string();
  for (const std::string& stream : {read_file(out), read_file(err)}) {
    EXPECT_EQ(stream.find(kSecret), std::string::npos) << "a password was printed:\n" << stream;
  }
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          normalized(read_file(out), here), normalized(read_file(err), here)};
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

std::string ProgramTest::value(const std::string& sql) {
  pg::Session session = connect();
  const pg::Rows rows = session.query(sql);
  return rows.empty() ? "" : rows.front().string(0);
}

}  // namespace pgplumb::testing
