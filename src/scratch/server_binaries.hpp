// The PostgreSQL server programs on this machine.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pgplumb::scratch {

// A directory with `postgres` and `initdb` that belong together and start.
struct ServerBinaries {
  std::filesystem::path directory;
  int major = 0;        // 15
  std::string version;  // as `postgres --version` prints it: "postgres (PostgreSQL) 15.18 …"
};

// Places that are looked into, in this order: PGPLUMB_PG_BIN (if set, nothing else), PATH,
// /usr/lib/postgresql/*/bin, /usr/pgsql-*/bin, /usr/local/pgsql/bin, `pg_config --bindir`.
[[nodiscard]] std::vector<std::filesystem::path> candidate_directories();

// All that are found, each directory once (symbolic links resolved), newest version first.
[[nodiscard]] std::vector<ServerBinaries> find_server_binaries();

// The one nearest to `wanted_major`: the same, else the next newer, else the newest older one;
// the newest when nothing is wanted. Nothing when `found` is empty.
[[nodiscard]] std::optional<ServerBinaries> choose_binaries(
    const std::vector<ServerBinaries>& found, std::optional<int> wanted_major);

// What to do when there are none, for messages.
[[nodiscard]] std::string how_to_get_binaries();

}  // namespace pgplumb::scratch
