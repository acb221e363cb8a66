#include "migrations/runner.hpp"

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

#include "base/elapsed.hpp"
#include "base/failure.hpp"
#include "migrations/checksum.hpp"
#include "migrations/concurrent_leftovers.hpp"
#include "migrations/statement_failure.hpp"
#include "pg/connection_url.hpp"
#include "pg/transaction.hpp"

namespace pgplumb::migrations {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kWatchClient = "client_connection_check_interval = '2s'";
constexpr std::chrono::milliseconds kLongestPause{30'000};

// The observer said so. Never leaves this file.
class Stopped : public Failure {
 public:
  Stopped() : Failure("stopped by a signal") {}
};

const Version& version_of(const PreparedMigration& prepared) {
  return prepared.recorded_as.empty() ? prepared.migration->version : prepared.recorded_as;
}

AppliedMigration row_of(const PreparedMigration& prepared, std::int64_t batch) {
  AppliedMigration row;
  row.version = version_of(prepared);
  row.name = prepared.migration->name;
  row.batch = batch;
  row.checksum = checksum(*prepared.migration->up);
  row.state = "applied";
  row.statements_total = static_cast<std::int64_t>(prepared.script.statements.size());
  row.statements_applied = row.statements_total;
  return row;
}

LogEntry entry_of(const PreparedMigration& prepared, std::string action, std::int64_t batch) {
  LogEntry entry;
  entry.action = std::move(action);
  entry.version = version_of(prepared);
  entry.name = prepared.migration->name;
  entry.batch = batch;
  entry.checksum = checksum(*prepared.migration->up);
  return entry;
}

// The state of a migration whose statements are being run one by one.
std::string state_under_way(Direction direction) {
  return direction == Direction::up ? "running" : "reverting";
}

// What a statement finds when it had its effect already: a run was killed before it could note
// that. Only of statements that can't share a transaction with their note.
bool says_done_before(const pg::ServerError& error) {
  static constexpr std::array kThereOrGone = {"42P07", "42P04", "42710", "42704", "3D000", "42P01"};
  return std::any_of(kThereOrGone.begin(), kThereOrGone.end(),
                     [&](const char* code) { return error.sqlstate() == code; });
}

// Calls write(), which notes something in the history. A migration may have taken that away
// together with what was its own.
template <typename Write>
void note_in(const HistoryTable& table, Write&& write) {
  try {
    write();
  } catch (const pg::ServerError& error) {
    const bool gone = error.sqlstate() == pg::sqlstate::kUndefinedTable;
    if (!gone) throw;
    pg::ServerReport report = error.report();
    report.message = "pgplumb's history, the table " + shown(table.name()) +
                     ", is not there any more after these statements: " + report.message;
    report.hint =
        "a migration that drops or renames a schema takes the history in it along; put the history "
        "into another schema with history.schema in pgplumb.yaml";
    report.position = 0;
    throw pg::ServerError(std::move(report), error.statement());
  }
}

// What a statement finds that undoes something which was never made.
bool says_not_there(const pg::ServerError& error) {
  static constexpr std::array kGone = {"42P01", "42703", "42704", "42883", "3F000", "3D000"};
  return std::any_of(kGone.begin(), kGone.end(),
                     [&](const char* code) { return error.sqlstate() == code; });
}

std::string what_stays(const PreparedMigration& prepared) {
  if (prepared.script.transactional) return "it was rolled back: nothing of it stays";
  const char* const way = prepared.direction == Direction::up ? "up" : "down";
  return "it runs without a transaction: what ended before this statement stays, and the next \"" +
         std::string(way) + "\" goes on with this statement";
}

// What only psql can do must not be left out silently where the file then counts as applied.
void refuse_psql(const Script& script, const Diagnostics& found, Diagnostics& diagnostics) {
  for (const Diagnostic& one : found.all()) {
    if (one.code != DiagnosticCode::psql_effect) continue;
    diagnostics.add(DiagnosticCode::needs_psql,
                    "only psql can do this; write the statements themselves into the file",
                    one.span);
  }
  for (const ScriptStatement& statement : script.statements) {
    if (!statement.reads_client_data) continue;
    diagnostics.add(
        DiagnosticCode::needs_psql,
        "only psql can send the data of COPY … FROM stdin; use INSERT, or load the data "
        "with psql",
        statement.span);
  }
}

// BEGIN and COMMIT around a file say what happens anyway; this would not.
void refuse_rollback(const Script& script, Diagnostics& diagnostics) {
  for (const ScriptStatement& statement : script.statements) {
    if (!statement.rolls_back) continue;
    diagnostics.add(DiagnosticCode::needs_psql,
                    "a migration does not undo a part of itself: take out ROLLBACK and what it is "
                    "to undo, or run the file with psql",
                    statement.span);
  }
}

}  // namespace

Script read_runnable_script(const Source& source, Diagnostics& diagnostics) {
  Diagnostics found;
  Script script = read_script(source, found);
  for (const Diagnostic& one : found.all()) {
    // Which says the same as the error about it.
    if (one.code != DiagnosticCode::psql_effect) diagnostics.add(one);
  }
  refuse_psql(script, found, diagnostics);
  refuse_rollback(script, diagnostics);
  return script;
}

std::vector<PreparedMigration> prepare(const std::vector<const Migration*>& migrations,
                                       Direction direction, Diagnostics& diagnostics) {
  std::vector<PreparedMigration> prepared;
  for (const Migration* migration : migrations) {
    const Source& source = direction == Direction::up ? migration->up : migration->down;
    if (!source) {
      diagnostics.add(DiagnosticCode::down_missing,
                      "migration " + printable(migration->label()) +
                          " has no down file, so it can't be reverted",
                      {migration->up, 0, 0});
      continue;
    }
    PreparedMigration& own = prepared.emplace_back();
    own.migration = migration;
    own.direction = direction;
    own.script = read_runnable_script(source, diagnostics);
    if (direction == Direction::down && own.script.irreversible) {
      diagnostics.add(
          DiagnosticCode::hazard_refused,
          "migration " + printable(migration->label()) + " says that it is irreversible",
          {source, 0, 0});
    }
  }
  return prepared;
}

Runner::Runner(pg::Session& session, History& history, RunnerOptions options, RunObserver& observer)
    : session_(session), history_(history), options_(std::move(options)), observer_(observer) {}

std::vector<std::string> timeout_settings(const Script& script, const RunnerOptions& options,
                                          bool local) {
  const std::string scope = local ? "set local " : "set ";
  const std::string statement_timeout =
      script.statement_timeout.value_or(options.statement_timeout);
  std::vector<std::string> settings = {scope + "lock_timeout = '" +
                                       script.lock_timeout.value_or(options.lock_timeout) + "'"};
  if (!statement_timeout.empty()) {
    settings.push_back(scope + "statement_timeout = '" + statement_timeout + "'");
  }
  return settings;
}

std::optional<Diagnostic> Runner::run(const std::vector<PreparedMigration>& migrations) {
  if (migrations.empty()) return std::nullopt;
  make_history();
  watch_client();
  const std::int64_t next_batch = history_.last_batch() + 1;
  for (const PreparedMigration& prepared : migrations) {
    const bool is_new = prepared.direction == Direction::up && prepared.batch == 0;
    if (auto problem = run_one(prepared, is_new ? next_batch : prepared.batch)) return problem;
  }
  return std::nullopt;
}

void Runner::take_out(const std::vector<AppliedMigration>& rows) {
  if (!rows.empty()) make_history();
  for (const AppliedMigration& row : rows) {
    pg::Transaction transaction(session_);
    history_.remove(row.version);
    LogEntry entry;
    entry.action = "down";
    entry.version = row.version;
    entry.name = row.name;
    entry.batch = row.batch;
    history_.log(entry);
    transaction.commit();
    observer_.took_out(row);
  }
}

void Runner::make_history() {
  try {
    pg::Transaction transaction(session_);
    history_.create();
    transaction.commit();
  } catch (const pg::ServerError& error) {
    if (error.sqlstate() != pg::sqlstate::kInsufficientPrivilege) throw;
    throw Failure("the history table " + printable(shown(history_.table().name())) +
                  " can't be made: " + printable(error.message()) + " (SQLSTATE " +
                  error.sqlstate() + "); grant " +
                  printable(session_.query("select current_user").front().string(0)) +
                  " the right, or put the table elsewhere with history.schema in pgplumb.yaml");
  }
}

// A statement would go on for hours after this program was killed, with its locks and the lock on
// the history, and nobody would record that it ended. Not every server's system can look.
void Runner::watch_client() {
  try {
    session_.execute(std::string("set ") + kWatchClient);
    watches_client_ = true;
  } catch (const pg::ServerError&) {
    watches_client_ = false;
  }
}

std::optional<Diagnostic> Runner::run_one(const PreparedMigration& prepared, std::int64_t batch) {
  observer_.started(*prepared.migration, prepared.direction);
  std::size_t done = prepared.first_statement;
  std::chrono::milliseconds length = options_.lock_pause;
  for (int tries = 1;; ++tries) {
    try {
      const std::chrono::milliseconds elapsed = attempt(prepared, batch, done);
      reset_session();
      observer_.finished(*prepared.migration, prepared.direction, elapsed);
      return std::nullopt;
    } catch (const pg::ServerError& error) {
      const ScriptStatement* at = std::exchange(current_, nullptr);
      reset_session();
      const bool again =
          tries < options_.lock_attempts && error.sqlstate() == pg::sqlstate::kLockNotAvailable;
      if (!again) return failed(prepared, batch, at, error);
      observer_.retries(*prepared.migration, tries, length);
    } catch (const Stopped&) {
      const ScriptStatement* at = std::exchange(current_, nullptr);
      reset_session();
      return stopped(prepared, batch, at);
    }
    try {
      pause(length);
    } catch (const Stopped&) {
      return stopped(prepared, batch, nullptr);
    }
    length = std::min(length * 2, kLongestPause);
  }
}

void Runner::stop_if_told() {
  if (observer_.stops()) throw Stopped();
}

void Runner::pause(std::chrono::milliseconds length) {
  constexpr std::chrono::milliseconds kStep{50};
  for (const auto end = Clock::now() + length; Clock::now() < end;) {
    stop_if_told();
    std::this_thread::sleep_for(std::min<Clock::duration>(kStep, end - Clock::now()));
  }
}

std::chrono::milliseconds Runner::attempt(const PreparedMigration& prepared, std::int64_t batch,
                                          std::size_t& done) {
  if (prepared.script.transactional) return run_in_transaction(prepared, batch);
  const auto start = Clock::now();
  run_outside_transaction(prepared, batch, done);
  return elapsed_since(start);
}

void Runner::log_failure(const PreparedMigration& prepared, std::int64_t batch,
                         const std::string& error) {
  LogEntry entry = entry_of(prepared, "failed", batch);
  entry.error = error;
  note_in(history_.table(), [&] { history_.log(entry); });
}

Diagnostic Runner::stopped(const PreparedMigration& prepared, std::int64_t batch,
                           const ScriptStatement* statement) {
  const std::string text = Stopped().what();
  log_failure(prepared, batch, text);
  const char* const what =
      prepared.direction == Direction::up ? "migration " : "the way down of migration ";
  return {DiagnosticCode::migration_failed,
          what + printable(prepared.migration->label()) + " was " + text,
          statement != nullptr ? statement->span : SourceSpan{},
          {{what_stays(prepared), {}}}};
}

Diagnostic Runner::failed(const PreparedMigration& prepared, std::int64_t batch,
                          const ScriptStatement* statement, const pg::ServerError& error) {
  log_failure(prepared, batch, pg::mask_secrets(error.message()));
  const std::string what =
      prepared.direction == Direction::up ? "migration " : "the way down of migration ";
  Diagnostic problem = statement_failure(what + printable(prepared.migration->label()),
                                         prepared.script, statement, error);
  problem.notes.push_back({what_stays(prepared), {}});
  note_invalid_index(problem, statement);
  return problem;
}

std::chrono::milliseconds Runner::run_in_transaction(const PreparedMigration& prepared,
                                                     std::int64_t batch) {
  const auto start = Clock::now();
  pg::Transaction transaction(session_);
  set_timeouts(prepared.script, true);
  for (const ScriptStatement& statement : prepared.script.statements) {
    // The whole file is one transaction already.
    if (!statement.transaction_control) run_statement(statement);
  }
  stop_if_told();
  const std::chrono::milliseconds elapsed = elapsed_since(start);
  settle(prepared, batch, elapsed);
  transaction.commit();
  return elapsed;
}

// Runs the statements of one migration one by one and notes each, so that the next run goes on
// behind it, whatever happens to this one.
class Runner::StepByStep {
 public:
  StepByStep(Runner& runner, const PreparedMigration& prepared, std::int64_t batch,
             std::size_t& done)
      : runner_(runner),
        statements_(prepared.script.statements),
        direction_(prepared.direction),
        done_(done),
        was_killed_(prepared.was_killed && done == prepared.first_statement),
        leaves_out_missing_(prepared.leaves_out_missing),
        row_(row_of(prepared, batch)) {
    row_.state = state_under_way(direction_);
    row_.checksum = prepared.script.checksum_of_first(done);
    repeats_ = !statements_.empty() && statements_.front().repeat_until_no_rows;
  }

  void run() {
    note("");
    restore_session();
    try {
      while (done_ < statements_.size()) {
        leaves_out_missing_ ? step_if_there(statements_[done_]) : step(statements_[done_]);
        was_killed_ = false;
      }
    } catch (const pg::ServerError& error) {
      note_failure(pg::mask_secrets(error.message()));
      throw;
    } catch (const Stopped& stop) {
      note_failure(stop.what());
      throw;
    }
  }

 private:
  void note_failure(const std::string& error) {
    if (direction_ == Direction::up) row_.state = "failed";
    if (runner_.session_.transaction_status() == pg::TransactionStatus::failed) {
      runner_.session_.execute("rollback");
    }
    note(error);
  }

  // What the statements before set is gone with their session.
  void restore_session() {
    for (std::size_t i = 0; i < done_; ++i) {
      if (statements_[i].changes_session) runner_.session_.execute(statements_[i].text);
    }
  }

  void step_if_there(const ScriptStatement& statement) {
    try {
      if (!statement.transaction_control) return step(statement);
    } catch (const pg::ServerError& error) {
      if (!says_not_there(error)) throw;
      runner_.current_ = nullptr;
      runner_.observer_.left_out(statement, error.message());
    }
    take(statement);
    note("");
  }

  void step(const ScriptStatement& statement) {
    if (statement.begins_transaction) return run_block();
    if (statement.transaction_control) {
      take(statement);
      return note("");
    }
    if (statement.repeat_until_no_rows) {
      runner_.repeat_statement(statement);
    } else if (statement.outside_transaction || statement.may_end_transaction) {
      run_outside(statement);
    } else {
      return run_with_note(statement);
    }
    take(statement);
    note("");
  }

  void take(const ScriptStatement& statement) {
    ++done_;
    row_.checksum = checksum_with(row_.checksum, statement.text);
  }

  void run_outside(const ScriptStatement& statement) {
    try {
      runner_.run_statement(statement);
    } catch (const pg::ServerError& error) {
      const bool done_before =
          was_killed_ && statement.outside_transaction && says_done_before(error);
      if (!done_before) throw;
      runner_.current_ = nullptr;
      runner_.observer_.was_done_before(statement);
    }
  }

  // What the file puts between BEGIN and COMMIT is there with its note, or nothing of it.
  void run_block() {
    const std::size_t before = done_;
    const std::string checksum_before = row_.checksum;
    pg::Transaction transaction(runner_.session_);
    try {
      take(statements_[done_]);
      while (done_ < statements_.size() && !statements_[done_].transaction_control) {
        const ScriptStatement& statement = statements_[done_];
        statement.repeat_until_no_rows ? runner_.repeat_statement(statement)
                                       : runner_.run_statement(statement);
        take(statement);
      }
      if (done_ < statements_.size()) take(statements_[done_]);
      write("");
      transaction.commit();
    } catch (...) {
      done_ = before;
      row_.checksum = checksum_before;
      throw;
    }
  }

  // The statement and its note are both there or neither.
  void run_with_note(const ScriptStatement& statement) {
    pg::Transaction transaction(runner_.session_);
    runner_.run_statement(statement);
    const std::string before = row_.checksum;
    take(statement);
    try {
      write("");
      transaction.commit();
    } catch (const pg::ServerError&) {
      --done_;
      row_.checksum = before;
      throw;
    }
  }

  void note(const std::string& error) {
    if (stays_as_it_was()) return;
    pg::Transaction transaction(runner_.session_);
    write(error);
    transaction.commit();
  }

  // A way down that fails at its first statement has reverted nothing: the row stays what it was,
  // so that up may still go on. Batches of a repeated statement stay.
  [[nodiscard]] bool stays_as_it_was() const {
    return direction_ == Direction::down && done_ == 0 && !repeats_;
  }

  // As the role that connected, whatever the migration set.
  void write(const std::string& error) {
    runner_.session_.execute("set local session authorization default; set local role none");
    row_.statements_applied = static_cast<std::int64_t>(done_);
    row_.error = error;
    row_.duration_ms = elapsed_since(start_).count();
    note_in(runner_.history_.table(), [&] { runner_.history_.record(row_); });
  }

  Runner& runner_;
  const std::vector<ScriptStatement>& statements_;
  Direction direction_;
  std::size_t& done_;
  bool was_killed_;
  bool leaves_out_missing_;
  bool repeats_ = false;
  AppliedMigration row_;
  Clock::time_point start_ = Clock::now();
};

void Runner::run_outside_transaction(const PreparedMigration& prepared, std::int64_t batch,
                                     std::size_t& done) {
  const auto start = Clock::now();
  set_timeouts(prepared.script, false);
  StepByStep(*this, prepared, batch, done).run();
  pg::Transaction transaction(session_);
  settle(prepared, batch, elapsed_since(start));
  transaction.commit();
}

void Runner::run_statement(const ScriptStatement& statement) {
  current_ = &statement;
  stop_if_told();
  const auto start = Clock::now();
  const std::string text = after_leftovers(statement);
  observer_.running(statement);
  const pg::CommandOutcome outcome = session_.execute(text);
  observer_.ran(statement, elapsed_since(start), outcome.affected);
  current_ = nullptr;
}

// What has to run now that nothing of an earlier try is in the way.
std::string Runner::after_leftovers(const ScriptStatement& statement) {
  if (statement.index) {
    const std::string dropped = drop_invalid_index(session_, *statement.index);
    if (!dropped.empty()) observer_.dropped_invalid_index(dropped);
  }
  if (statement.reindex) {
    for (const std::string& dropped : drop_reindex_copies(session_, *statement.reindex)) {
      observer_.dropped_invalid_index(dropped);
    }
  }
  if (!statement.detach) return statement.text;
  std::string finish = finish_of_detach(session_, *statement.detach);
  if (finish.empty()) return statement.text;
  observer_.finishes_detach(statement);
  return finish;
}

void Runner::note_invalid_index(Diagnostic& problem, const ScriptStatement* statement) {
  if (statement == nullptr || !statement->index) return;
  for (const std::string& name : invalid_indexes(session_, *statement->index)) {
    problem.notes.push_back(
        {"index " + printable(name) + " is left INVALID; " +
             (statement->index->name.empty()
                  ? "drop it with DROP INDEX CONCURRENTLY, the next \"up\" builds another one"
                  : "the next \"up\" drops it and builds it again"),
         {}});
  }
}

// Each batch is a transaction of its own; one that was cut off is run again, which is what
// repeating means.
void Runner::repeat_statement(const ScriptStatement& statement) {
  current_ = &statement;
  const auto start = Clock::now();
  const auto between = statement.pause.value_or(options_.pause_between_batches);
  std::size_t rows = 0;
  observer_.running(statement);
  for (std::size_t batches = 1;; ++batches) {
    stop_if_told();
    const pg::CommandOutcome outcome = session_.execute(statement.text);
    if (outcome.affected == 0) break;
    rows += outcome.affected;
    observer_.ran_batch(statement, batches, rows);
    pause(between);
  }
  observer_.ran(statement, elapsed_since(start), rows);
  current_ = nullptr;
}

// The history is written as the role that connected, whatever the migration set.
void Runner::settle(const PreparedMigration& prepared, std::int64_t batch,
                    std::chrono::milliseconds elapsed) {
  session_.execute("reset session authorization; reset role");
  const bool up = prepared.direction == Direction::up;
  AppliedMigration row = row_of(prepared, batch);
  row.duration_ms = elapsed.count();
  LogEntry entry = entry_of(prepared, up ? "up" : "down", batch);
  entry.duration_ms = elapsed.count();
  note_in(history_.table(), [&] {
    up ? history_.record(row) : history_.remove(row.version);
    history_.log(entry);
  });
}

void Runner::set_timeouts(const Script& script, bool local) {
  std::string settings;
  for (const std::string& one : timeout_settings(script, options_, local)) settings += one + ";";
  if (watches_client_) settings += (local ? "set local " : "set ") + std::string(kWatchClient);
  session_.execute(settings);
}

// What one migration sets must not reach the next, as if each had a session of its own.
void Runner::reset_session() {
  if (session_.transaction_status() == pg::TransactionStatus::failed ||
      session_.transaction_status() == pg::TransactionStatus::in_transaction) {
    session_.execute("rollback");
  }
  session_.execute("reset session authorization; reset role; reset all; discard temp");
}

}  // namespace pgplumb::migrations
