// Migrations up and down: which ones, whether they may, and the run under the lock.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "migrations/history.hpp"
#include "migrations/migration.hpp"
#include "migrations/programs.hpp"
#include "migrations/runner.hpp"
#include "migrations/status.hpp"
#include "pg/advisory_lock.hpp"
#include "pg/session.hpp"
#include "workflow/text_state.hpp"

namespace pgplumb::workflow {

// The folder and the history table as they were at one moment. `status` points into the other two,
// so it moves along and is never copied.
struct HistoryView {
  std::vector<migrations::Migration> files;
  std::vector<migrations::AppliedMigration> applied;
  std::vector<migrations::MigrationStatus> status;  // in version order
  std::vector<migrations::ProgramFile> programs;    // pending, and not pgplumb's to run
  Diagnostics diagnostics;                          // of the folder

  HistoryView() = default;
  HistoryView(HistoryView&&) = default;
  HistoryView& operator=(HistoryView&&) = default;
  HistoryView(const HistoryView&) = delete;
  HistoryView& operator=(const HistoryView&) = delete;

  // The newest version that the database has had completely; nothing at the base schema version.
  [[nodiscard]] const migrations::AppliedMigration* newest() const;
};

[[nodiscard]] HistoryView read_history(const std::filesystem::path& folder,
                                       migrations::History& history);

// The files that made the database what its history says, in the order in which they ran. Of a
// migration that stopped on its way, what was run of it. Missing files are left out.
[[nodiscard]] SqlFiles applied_files(const HistoryView& view);

// At most one of the three is given; none means all that is pending. A number comes as `count` and
// as `only`: a version may look like it.
struct UpRequest {
  std::optional<std::size_t> count;
  std::optional<migrations::Version> to;  // up to and including it
  std::optional<std::string> only;        // a version, a name or a file's name: that one alone
};

// Exactly one of the five, or a number as `count` and `only`.
struct DownRequest {
  std::optional<std::size_t> count;
  std::optional<migrations::Version> to;  // down to it; it stays applied
  std::optional<std::int64_t> batch;      // 0: the last one
  bool all = false;
  std::optional<std::string> only;
  // Of what stopped on its way up, undo what is there; else it is refused.
  bool half_applied = false;
};

// The last `count` down and up again; they keep their batches.
struct RedoRequest {
  std::size_t count = 1;
};

using RunRequest = std::variant<UpRequest, DownRequest, RedoRequest>;

// What would be run, in order. Points into the view it was made from, which must outlive it.
struct RunPlan {
  std::vector<migrations::PreparedMigration> migrations;
  // Rows that a down takes out without running anything: nothing of them had run.
  std::vector<migrations::AppliedMigration> unbegun;
  Diagnostics diagnostics;  // with an error nothing may run
  // A policy about the history says no: exit code "refused" rather than "failed".
  bool refused = false;
};

// Of an up, everything that is pending is parsed, also what the request leaves for later.
[[nodiscard]] RunPlan plan_run(const HistoryView& view, const RunRequest& request,
                               const migrations::HistoryPolicies& policies);

struct MigrateOptions {
  std::filesystem::path folder;
  migrations::HistoryPolicies policies;
  migrations::RunnerOptions runner;
  std::chrono::milliseconds lock_wait{60'000};
};

struct RunResult {
  std::size_t planned = 0;
  std::size_t finished = 0;
  Diagnostics diagnostics;
  bool refused = false;

  [[nodiscard]] bool ok() const { return !refused && !diagnostics.has_errors(); }
};

// Takes the runner's lock, reads folder and history again (another runner may have been faster),
// plans, runs. Another runner that keeps the lock for longer than `lock_wait` is a Refused that
// names it. The session must be idle. A lost connection and what the server says about the history
// itself is thrown.
[[nodiscard]] RunResult run_migrations(pg::Session& session, migrations::History& history,
                                       const RunRequest& request, const MigrateOptions& options,
                                       migrations::RunObserver& observer);

// The runner's lock, waited for up to `limit`; a Refused names who has it.
[[nodiscard]] pg::AdvisoryLock take_lock(pg::Session& session, const migrations::History& history,
                                         std::chrono::milliseconds limit,
                                         migrations::RunObserver& observer);

}  // namespace pgplumb::workflow
