// Files against history: what is applied, pending, late, changed, missing.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "migrations/history.hpp"
#include "migrations/migration.hpp"

namespace pgplumb::migrations {

enum class MigrationState {
  applied,
  unfinished,  // non-transactional, stopped after some of its statements
  pending,
  late,     // pending, but older than the newest applied one
  changed,  // applied, and its file is not what was applied
  missing,  // applied, and there is no file
  foreign,  // run by another tool, which has the only file of it
};

struct MigrationStatus {
  MigrationState state{};
  const Migration* file = nullptr;            // null when missing
  const AppliedMigration* applied = nullptr;  // null when pending or late
  [[nodiscard]] const Version& version() const { return file ? file->version : applied->version; }
};

// In version order. Points into both arguments, which must outlive it.
[[nodiscard]] std::vector<MigrationStatus> status_of(const std::vector<Migration>& files,
                                                     const std::vector<AppliedMigration>& applied);

enum class Policy { error, ignore };

struct HistoryPolicies {
  Policy late = Policy::error;  // ignore: run them in version order
  Policy changed = Policy::error;
  Policy missing = Policy::error;
  Policy foreign = Policy::error;   // another tool's history beside an empty one of pgplumb's
  Policy programs = Policy::error;  // pending migrations that only another tool can run
};

// A history_changed diagnostic for each that its policy does not ignore.
[[nodiscard]] Diagnostics check_history(const std::vector<MigrationStatus>& status,
                                        const HistoryPolicies& policies);

}  // namespace pgplumb::migrations
