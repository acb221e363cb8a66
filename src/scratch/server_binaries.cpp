#include "scratch/server_binaries.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include "base/failure.hpp"
#include "scratch/environment_variable.hpp"
#include "scratch/subprocess.hpp"

namespace pgplumb::scratch {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

void add_path_directories(std::vector<fs::path>& directories) {
  const std::string path = environment_variable("PATH");
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    if (end > begin && path[begin] == '/')
      directories.emplace_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
}

// parent/<prefix…>/bin, in an order that does not depend on the file system.
void add_matching(std::vector<fs::path>& directories, const fs::path& parent,
                  std::string_view prefix) {
  std::error_code error;
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(parent, error)) {
    if (entry.path().filename().string().starts_with(prefix)) found.push_back(entry.path() / "bin");
  }
  std::sort(found.begin(), found.end());
  directories.insert(directories.end(), found.begin(), found.end());
}

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

// What the program prints, or nothing when it does not run.
std::optional<std::string> output_of(std::vector<std::string> arguments) {
  try {
    Command command;
    command.arguments = std::move(arguments);
    Finished finished = run(std::move(command), seconds(10));
    if (finished.status != 0) return std::nullopt;
    return trimmed(std::move(finished.output));
  } catch (const Failure&) {
    return std::nullopt;
  }
}

// "postgres (PostgreSQL) 15.18 (Debian …)", "postgres (PostgreSQL) 18beta1" and forks alike: the
// first number after the parenthesis. 0: no version in it.
int major_in(const std::string& version) {
  const std::size_t paren = version.find(") ");
  if (paren == std::string::npos) return 0;
  int major = 0;
  std::from_chars(version.data() + paren + 2, version.data() + version.size(), major);
  return major;
}

bool is_program(const fs::path& file) { return ::access(file.c_str(), X_OK) == 0; }

std::optional<ServerBinaries> inspect(const fs::path& directory) {
  if (!is_program(directory / "postgres") || !is_program(directory / "initdb")) return std::nullopt;
  const auto version = output_of({(directory / "postgres").string(), "--version"});
  if (!version || major_in(*version) == 0) return std::nullopt;
  return ServerBinaries{directory, major_in(*version), *version};
}

// The directory in which `postgres` really is: PATH may lead to it through links.
fs::path resolved(const fs::path& directory) {
  std::error_code error;
  const fs::path program = fs::canonical(directory / "postgres", error);
  return error ? fs::path() : program.parent_path();
}

}  // namespace

std::vector<fs::path> candidate_directories() {
  if (const std::string given = environment_variable("PGPLUMB_PG_BIN"); !given.empty())
    return {given};
  std::vector<fs::path> directories;
  add_path_directories(directories);
  add_matching(directories, "/usr/lib/postgresql", "");
  add_matching(directories, "/usr", "pgsql-");
  directories.emplace_back("/usr/local/pgsql/bin");
  if (const auto reported = output_of({"pg_config", "--bindir"}))
    directories.emplace_back(*reported);
  return directories;
}

std::vector<ServerBinaries> find_server_binaries() {
  std::vector<ServerBinaries> found;
  std::vector<fs::path> seen;
  for (const fs::path& candidate : candidate_directories()) {
    const fs::path directory = resolved(candidate);
    if (directory.empty() || std::find(seen.begin(), seen.end(), directory) != seen.end()) continue;
    seen.push_back(directory);
    if (auto binaries = inspect(directory)) found.push_back(*std::move(binaries));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.major > b.major; });
  return found;
}

std::optional<ServerBinaries> choose_binaries(const std::vector<ServerBinaries>& found,
                                              std::optional<int> wanted_major) {
  const ServerBinaries* best = nullptr;
  // Newest first: the last one that is new enough is the nearest from above.
  for (const ServerBinaries& binaries : found) {
    const bool new_enough = wanted_major && binaries.major >= *wanted_major;
    const bool better = best == nullptr || (new_enough && binaries.major < best->major);
    if (better) best = &binaries;
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

std::string how_to_get_binaries() {
  return "install a PostgreSQL server (on Debian and Ubuntu: apt-get install postgresql), set "
         "PGPLUMB_PG_BIN to the directory that holds postgres and initdb, or give the URL of a "
         "server to try things out on with --scratch URL or PGPLUMB_SCRATCH_URL";
}

}  // namespace pgplumb::scratch
