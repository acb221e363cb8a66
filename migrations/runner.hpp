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
  Direction direction = Direction::up;
  Script script;
  std::size_t first_statement = 0;  // > 0: goes on where a non-transactional run stopped
  // The run before ended without a word while it was at first_statement, which may have had its
  // effect.
  bool was_killed = false;
  // Down: each statement runs by itself, and what undoes something that is not there is left out.
  bool leaves_out_missing = false;
  // The version as the history writes it, where it has a row: a file's may have other zeros.
  Version recorded_as;
  std::int64_t batch = 0;  // down: the batch that applied it; up: 0 is a new one
};

// Reads the scripts of one direction. A down that is missing (down_missing) or irreversible
// (hazard_refused), what only psql can run (needs_psql) and every syntax error is a diagnostic;
// then nothing may run.
[[nodiscard]] std::vector<PreparedMigration> prepare(
    const std::vector<const Migration*>& migrations, Direction direction, Diagnostics& diagnostics);

// read_script, and what only psql can run is a needs_psql diagnostic.
[[nodiscard]] Script read_runnable_script(const Source& source, Diagnostics& diagnostics);

// Told while it happens; every function may do nothing.
class RunObserver {
 public:
  virtual ~RunObserver() = default;
  virtual void started(const Migration& /*migration*/, Direction /*direction*/) {}
  // Before each statement.
  virtual void running(const ScriptStatement& /*statement*/) {}
  // After each statement; `rows` as the server's command tag counts them, of all batches together.
  virtual void ran(const ScriptStatement& /*statement*/, std::chrono::milliseconds /*elapsed*/,
                   std::size_t /*rows*/) {}
  // After each batch of a repeated statement; `rows` of all batches so far.
  virtual void ran_batch(const ScriptStatement& /*statement*/, std::size_t /*batches*/,
                         std::size_t /*rows*/) {}
  // A lock could not be had in time; the next try begins after `pause`.
  virtual void retries(const Migration& /*migration*/, int /*attempt*/,
                       std::chrono::milliseconds /*pause*/) {}
  // The run before was killed while this statement ran, and it had its effect.
  virtual void was_done_before(const ScriptStatement& /*statement*/) {}
  // What the statement undoes is not there; `why` is the server's message.
  virtual void left_out(const ScriptStatement& /*statement*/, const std::string& /*why*/) {}
  // Taken out of the history without running anything: nothing of it had run.
  virtual void took_out(const AppliedMigration& /*row*/) {}
  // An earlier try began this DETACH PARTITION CONCURRENTLY; now it is only brought to its end.
  virtual void finishes_detach(const ScriptStatement& /*statement*/) {}
  // An INVALID index that an earlier try left behind was dropped.
  virtual void dropped_invalid_index(const std::string& /*name*/) {}
  virtual void waits_for_lock(const std::string& /*holder*/) {}
  // Asked before each statement, between batches and in every pause: true ends the run as a
  // statement that is cancelled does.
  [[nodiscard]] virtual bool stops() { return false; }
  virtual void finished(const Migration& /*migration*/, Direction /*direction*/,
                        std::chrono::milliseconds /*elapsed*/) {}
};

struct RunnerOptions {
  std::string lock_timeout = "10s";  // for each statement of a migration; "0" = wait for ever
  std::string statement_timeout;     // "" = none
  // Tries on a lock timeout: of a whole transactional migration, or of the one statement.
  int lock_attempts = 3;
  std::chrono::milliseconds lock_pause{500};           // after the first try; doubled each time
  std::chrono::milliseconds pause_between_batches{0};  // repeat until 0 rows
};

// The statements that a migration's session begins with. `local`: for its transaction alone.
[[nodiscard]] std::vector<std::string> timeout_settings(const Script& script,
                                                        const RunnerOptions& options, bool local);

// The session must be idle (no transaction), hold the runner's advisory lock, and outlive this.
class Runner {
 public:
  Runner(pg::Session& session, History& history, RunnerOptions options, RunObserver& observer);

  // Runs them in the given order, each in its direction. The first failure stops it: the diagnostic
  // (migration_failed) has the file, the statement's position, the server's message and SQLSTATE.
  // What ran before stays applied; a transactional migration that fails leaves nothing.
  // A lost connection is thrown.
  std::optional<Diagnostic> run(const std::vector<PreparedMigration>& migrations);
  // Takes rows out of which nothing had run.
  void take_out(const std::vector<AppliedMigration>& rows);

 private:
  class StepByStep;

  void make_history();
  void watch_client();
  std::optional<Diagnostic> run_one(const PreparedMigration& prepared, std::int64_t batch);
  std::chrono::milliseconds attempt(const PreparedMigration& prepared, std::int64_t batch,
                                    std::size_t& done);
  std::chrono::milliseconds run_in_transaction(const PreparedMigration& prepared,
                                               std::int64_t batch);
  void run_outside_transaction(const PreparedMigration& prepared, std::int64_t batch,
                               std::size_t& done);
  Diagnostic failed(const PreparedMigration& prepared, std::int64_t batch,
                    const ScriptStatement* statement, const pg::ServerError& error);
  Diagnostic stopped(const PreparedMigration& prepared, std::int64_t batch,
                     const ScriptStatement* statement);
  void log_failure(const PreparedMigration& prepared, std::int64_t batch, const std::string& error);
  void stop_if_told();
  void pause(std::chrono::milliseconds length);
  void run_statement(const ScriptStatement& statement);
  std::string after_leftovers(const ScriptStatement& statement);
  void note_invalid_index(Diagnostic& problem, const ScriptStatement* statement);
  void repeat_statement(const ScriptStatement& statement);
  void settle(const PreparedMigration& prepared, std::int64_t batch,
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
