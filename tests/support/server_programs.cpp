#include "tests/support/server_programs.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/failure.hpp"
#include "scratch/server_binaries.hpp"

namespace pgplumb::testing {
namespace {

namespace fs = std::filesystem;
using scratch::ServerBinaries;

// Newest first. Found once, because the fixture later narrows what the program itself may find.
const std::vector<ServerBinaries>& installed() {
  static const auto* const found = new std::vector<ServerBinaries>(scratch::find_server_binaries());
  return *found;
}

}  // namespace

std::optional<int> wanted_major() {
  const char* text = std::getenv("PGPLUMB_TEST_MAJOR");
  if (text == nullptr || *text == '\0') return std::nullopt;
  const int major = std::atoi(text);
  if (major <= 0) throw Failure(std::string("PGPLUMB_TEST_MAJOR is no version: ") + text);
  return major;
}

std::optional<fs::path> server_programs(int major) {
  for (const ServerBinaries& binaries : installed()) {
    if (binaries.major == major) return binaries.directory;
  }
  fs::path fetched = fs::path(PGPLUMB_SERVERS_DIR) / std::to_string(major) / "bin";
  if (fs::exists(fetched / "postgres")) return fetched;
  return std::nullopt;
}

std::string why_no_programs(int major) {
  return "PostgreSQL " + std::to_string(major) +
         " is neither installed nor fetched (scripts/fetch-servers)";
}

std::optional<fs::path> find_pg_dump(int server_major) {
  std::optional<fs::path> found;
  for (const ServerBinaries& binaries : installed()) {
    const fs::path path = binaries.directory / "pg_dump";
    if (binaries.major >= server_major && fs::exists(path)) found = path;
  }
  return found;
}

}  // namespace pgplumb::testing
