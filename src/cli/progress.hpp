// What a run of migrations says while it happens.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/statement_watch.hpp"
#include "migrations/runner.hpp"
#include "pg/session.hpp"

namespace pgplumb::cli {

// `output` and `session` must outlive it.
class Progress : public migrations::RunObserver {
 public:
  Progress(Output& output, const pg::Session& session) : output_(output), session_(session) {}

  void started(const migrations::Migration& migration, migrations::Direction direction) override;
  void running(const migrations::ScriptStatement& statement) override;
  void ran(const migrations::ScriptStatement& statement, std::chrono::milliseconds elapsed,
           std::size_t rows) override;
  void ran_batch(const migrations::ScriptStatement& statement, std::size_t batches,
                 std::size_t rows) override;
  void retries(const migrations::Migration& migration, int attempt,
               std::chrono::milliseconds pause) override;
  void was_done_before(const migrations::ScriptStatement& statement) override;
  void left_out(const migrations::ScriptStatement& statement, const std::string& why) override;
  void took_out(const migrations::AppliedMigration& row) override;
  void finishes_detach(const migrations::ScriptStatement& statement) override;
  void dropped_invalid_index(const std::string& name) override;
  void waits_for_lock(const std::string& holder) override;
  [[nodiscard]] bool stops() override { return StopStatementOnSignal::came(); }
  void finished(const migrations::Migration& migration, migrations::Direction direction,
                std::chrono::milliseconds elapsed) override;

 private:
  Output& output_;
  const pg::Session& session_;
  std::unique_ptr<StopStatementOnSignal> signals_;
  std::unique_ptr<StatementWatch> watch_;
  std::chrono::steady_clock::time_point said_;  // when the batches were told of last
};

// "12 ms", "3.4 s", "2 min 5 s".
[[nodiscard]] std::string shown_duration(std::chrono::milliseconds duration);
// "1 migration", "2 migrations".
[[nodiscard]] std::string counted_migrations(std::size_t count);

}  // namespace pgplumb::cli
