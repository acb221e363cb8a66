// Migrations that are programs: files of other tools that pgplumb can't run.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "migrations/history.hpp"
#include "migrations/migration.hpp"

namespace pgplumb::migrations {

struct ProgramFile {
  std::filesystem::path path;
  Version version;       // empty: it has no number in front
  std::string revision;  // Alembic's; "" = it is none of those
  // What it would be called as SQL: "20260101000000_users"; "" without a number.
  std::string label;
};

// Those of `folder` (and Alembic's versions/ in it) that no SQL file takes the place of: none has
// the same version, and no baseline is newer.
[[nodiscard]] std::vector<ProgramFile> program_files(const std::filesystem::path& folder,
                                                     const std::vector<Migration>& files);

// Of those, what the history does not know. A revision of Alembic's is known to be pending only
// where others were imported.
[[nodiscard]] std::vector<ProgramFile> pending_programs(
    std::vector<ProgramFile> programs, const std::vector<AppliedMigration>& applied);

// "PATH is a program, …: apply it …, or write …", without an end.
[[nodiscard]] std::string about_pending(const ProgramFile& program);

// How the file begins that "baseline" writes.
inline constexpr std::string_view kBaselineLine = "-- pgplumb: baseline";

// Whether the file was written by "baseline".
[[nodiscard]] bool is_baseline(const Migration& file);

}  // namespace pgplumb::migrations
