// Which PostgreSQL the tests run on.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace pgplumb::testing {

// PGPLUMB_TEST_MAJOR, for one major version of several; nothing: whatever the program itself picks.
[[nodiscard]] std::optional<int> wanted_major();

// The folder with the server programs of exactly this major: installed, else fetched by
// scripts/fetch-servers. Nothing where there are none.
[[nodiscard]] std::optional<std::filesystem::path> server_programs(int major);
[[nodiscard]] std::string why_no_programs(int major);

// A pg_dump that can read a server of this major: the oldest of those that are new enough.
[[nodiscard]] std::optional<std::filesystem::path> find_pg_dump(int server_major);

}  // namespace pgplumb::testing
