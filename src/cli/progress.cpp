#include "cli/progress.hpp"

#include <cstdio>

#include "base/failure.hpp"

namespace pgplumb::cli {
namespace {

using migrations::Direction;
using migrations::Migration;
using migrations::ScriptStatement;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::chrono::seconds kBetweenBatchLines{2};

std::string shown_rows(std::size_t rows) {
  return std::to_string(rows) + (rows == 1 ? " row" : " rows");
}

}  // namespace

std::string shown_duration(milliseconds duration) {
  const auto count = duration.count();
  if (count < 1000) return std::to_string(count) + " ms";
  if (count < 60'000) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f s", static_cast<double>(count) / 1000.0);
    return text;
  }
  return std::to_string(count / 60'000) + " min " + std::to_string(count / 1000 % 60) + " s";
}

std::string counted_migrations(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " migration" : " migrations");
}

void Progress::started(const Migration& migration, Direction direction) {
  // From here on: until then nothing runs that would need an orderly end.
  if (!signals_) signals_ = std::make_unique<StopStatementOnSignal>(session_);
  if (StopStatementOnSignal::came()) {
    throw Failure("stopped before " + printable(migration.label()) + ", which did not run");
  }
  output_.detail((direction == Direction::up ? "applying " : "reverting ") +
                 printable(migration.label()));
}

void Progress::running(const ScriptStatement& statement) {
  said_ = steady_clock::now();
  if (!watch_) watch_ = std::make_unique<StatementWatch>(output_, session_);
  watch_->begin(statement.span.label());
}

void Progress::ran(const ScriptStatement& statement, milliseconds elapsed, std::size_t rows) {
  if (watch_) watch_->end();
  if (!output_.verbose()) return;
  output_.detail("  " + printable(statement.span.label()) + " (" + shown_duration(elapsed) +
                 (rows > 0 ? ", " + shown_rows(rows) + ")" : ")"));
}

void Progress::ran_batch(const ScriptStatement& statement, std::size_t batches, std::size_t rows) {
  const auto now = steady_clock::now();
  if (!output_.verbose() && now - said_ < kBetweenBatchLines) return;
  said_ = now;
  output_.message("  " + printable(statement.span.label()) + ": " + std::to_string(batches) +
                  (batches == 1 ? " batch, " : " batches, ") + shown_rows(rows) + " so far");
}

void Progress::retries(const Migration& migration, int attempt, milliseconds pause) {
  if (watch_) watch_->end();
  output_.message(printable(migration.label()) + " did not get a lock in time (try " +
                  std::to_string(attempt) + "); trying again in " + shown_duration(pause));
}

void Progress::was_done_before(const ScriptStatement& statement) {
  if (watch_) watch_->end();
  output_.message(printable(statement.span.label()) +
                  " had its effect already: the run before was cut off while it ran");
}

void Progress::left_out(const ScriptStatement& statement, const std::string& why) {
  if (watch_) watch_->end();
  output_.message(printable(statement.span.label()) +
                  " is left out: what it undoes is not there (" + printable(why) + ")");
}

void Progress::took_out(const migrations::AppliedMigration& row) {
  output_.result_line("took out " +
                      printable(row.version.text() + (row.name.empty() ? "" : "_" + row.name)) +
                      ": nothing of it had run");
}

void Progress::dropped_invalid_index(const std::string& name) {
  output_.message("dropped index " + printable(name) +
                  ", which was INVALID: left behind by a build that did not end");
}

void Progress::finishes_detach(const ScriptStatement& statement) {
  output_.message(printable(statement.span.label()) +
                  " was begun before and cut off: the partition is detached with FINALIZE");
}

void Progress::waits_for_lock(const std::string& holder) {
  output_.message("waiting for another run of pgplumb: " + printable(holder));
}

void Progress::finished(const Migration& migration, Direction direction, milliseconds elapsed) {
  if (watch_) watch_->end();
  output_.result_line((direction == Direction::up ? "applied " : "reverted ") +
                      printable(migration.label()) + " (" + shown_duration(elapsed) + ")");
}

}  // namespace pgplumb::cli
