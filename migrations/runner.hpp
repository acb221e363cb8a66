// Runs migrations up and down on one session, and records what was done.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "migrations/history.hpp"
#include "migrations/migration.hpp"
#include "pg/session.hpp"

namespace pgplumb::migrations {

enum class Direction { up, down };

// A migration with its script read: everything is parsed before anything runs.
struct PreparedMigration {
  const Migration* migration = nullptr;
  Script script;
  std::size_t first_statement = 0;  // > 0: goes on where a non-transactional run stopped
  std::int64_t batch = 0;           // down: the batch that applied it; up: not used
};

// Reads the scripts of one direction. A down that is missing (down_missing) or irreversible
// (hazard_refused), what only psql can run (needs_psql) and every syntax error is a diagnostic;
// then nothing may run.
[[nodiscard]] std::vector<PreparedMigration> prepare(
    const std::vector<const Migration*>& migrations, Direction direction, Diagnostics& diagnostics);

// Told while it happens; every function may do nothing.
class RunObserver {
 public:
  virtual ~RunObserver() = default;
  virtual void started(const Migration& /*migration*/, Direction /*direction*/) {}
  // After each statement; `rows` as the server's command tag counts them.
  virtual void ran(const ScriptStatement& /*statement*/, std::chrono::milliseconds /*elapsed*/,
                   std::size_t /*rows*/) {}
  // An INVALID index that an earlier try left behind was dropped.
  virtual void dropped_invalid_index(const std::string& /*name*/) {}
  virtual void waits_for_lock(const std::string& /*holder*/) {}
  virtual void finished(const Migration& /*migration*/, Direction /*direction*/,
                        std::chrono::milliseconds /*elapsed*/) {}
};

struct RunnerOptions {
  std::string lock_timeout = "10s";  // for each statement of a migration; "0" = wait for ever
  std::string statement_timeout;     // "" = none
  int lock_attempts = 3;             // whole tries of a transactional migration on a lock timeout
  std::chrono::milliseconds pause_between_batches{0};  // repeat until 0 rows
};

// The session must be idle (no transaction), hold the runner's advisory lock, and outlive this.
class Runner {
 public:
  Runner(pg::Session& session, History& history, RunnerOptions options, RunObserver& observer);

  // Runs them in the given order. The first failure stops it: the diagnostic (migration_failed)
  // has the file, the statement's position, the server's message and SQLSTATE. What ran before
  // stays applied; a transactional migration that fails leaves nothing.
  // A lost connection is thrown.
  std::optional<Diagnostic> up(const std::vector<PreparedMigration>& migrations);
  std::optional<Diagnostic> down(const std::vector<PreparedMigration>& migrations);

 private:
  void make_history();
  void watch_client();
  std::optional<Diagnostic> run(const PreparedMigration& prepared, Direction direction,
                                std::int64_t batch);
  void run_in_transaction(const PreparedMigration& prepared, Direction direction,
                          std::int64_t batch, std::chrono::milliseconds& elapsed);
  void run_outside_transaction(const PreparedMigration& prepared, Direction direction,
                               std::int64_t batch, std::size_t& done);
  void run_statement(const ScriptStatement& statement);
  void note_invalid_index(Diagnostic& problem, const ScriptStatement* statement);
  void repeat_statement(const ScriptStatement& statement);
  void settle(const PreparedMigration& prepared, Direction direction, std::int64_t batch,
              std::chrono::milliseconds elapsed);
  void set_timeouts(const Script& script, bool local);
  void reset_session();

  pg::Session& session_;
  History& history_;
  RunnerOptions options_;
  RunObserver& observer_;
  const ScriptStatement* current_ = nullptr;  // for error positions
  bool watches_client_ = false;               // the server can notice that this program is gone
};

}  // namespace pgplumb::migrations
