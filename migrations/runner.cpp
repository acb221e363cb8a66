#include "migrations/runner.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "base/failure.hpp"
#include "migrations/checksum.hpp"
#include "migrations/invalid_index.hpp"
#include "pg/transaction.hpp"

namespace pgplumb::migrations {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kWatchClient = "client_connection_check_interval = '2s'";

std::chrono::milliseconds since(Clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
}

AppliedMigration row_of(const PreparedMigration& prepared, std::int64_t batch) {
  AppliedMigration row;
  row.version = prepared.migration->version;
  row.name = prepared.migration->name;
  row.batch = batch;
  row.checksum = checksum(prepared.migration->up->text());
  row.state = "applied";
  row.statements_total = static_cast<std::int64_t>(prepared.script.statements.size());
  row.statements_applied = row.statements_total;
  return row;
}

LogEntry entry_of(const PreparedMigration& prepared, std::string action, std::int64_t batch) {
  LogEntry entry;
  entry.action = std::move(action);
  entry.version = prepared.migration->version;
  entry.name = prepared.migration->name;
  entry.batch = batch;
  entry.checksum = checksum(prepared.migration->up->text());
  return entry;
}

SourceSpan position_in(const ScriptStatement& statement, const pg::ServerError& error) {
  SourceSpan span = statement.span;
  // The server counts in what was sent; a statement of the tool itself has no place in the file.
  if (error.position() > 0 && error.statement() == statement.text) {
    span.begin = span.source->offset_of_character(span.begin, error.position());
    span.end = span.begin;
  }
  return span;
}

// One note for each line of `text`.
void add_notes(Diagnostic& problem, std::string_view what, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    problem.notes.push_back({std::string(what) + ": " + printable(text.substr(0, end)), {}});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// The server's own words do not say what a user of pgplumb can do.
bool wants_no_transaction(const pg::ServerError& error) {
  constexpr std::string_view kActiveTransaction = "25001";
  constexpr std::string_view kInvalidTermination = "2D000";
  return error.sqlstate() == kActiveTransaction || error.sqlstate() == kInvalidTermination;
}

Diagnostic failure(const PreparedMigration& prepared, Direction direction,
                   const ScriptStatement* statement, const pg::ServerError& error) {
  const std::string what = direction == Direction::up ? "migration " : "the way down of migration ";
  Diagnostic problem{DiagnosticCode::migration_failed,
                     what + printable(prepared.migration->label()) + " failed: " +
                         printable(error.message()) + " (SQLSTATE " + error.sqlstate() + ")",
                     statement ? position_in(*statement, error) : SourceSpan{},
                     {}};
  const pg::ServerReport& report = error.report();
  add_notes(problem, "detail", report.detail);
  add_notes(problem, "hint", report.hint);
  add_notes(problem, "context", report.context);
  if (prepared.script.transactional && wants_no_transaction(error)) {
    add_notes(problem, "hint",
              "to run this file without a transaction, write \"-- pgplumb: no-transaction\" in it");
  }
  return problem;
}

// What only psql can do must not be left out silently where the file then counts as applied.
void refuse_psql(const Script& script, const Diagnostics& found, Diagnostics& diagnostics) {
  for (const Diagnostic& one : found.all()) {
    if (one.code != DiagnosticCode::psql_effect) continue;
    diagnostics.add(DiagnosticCode::needs_psql,
                    "only psql can do this; write the statements themselves into the migration",
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

}  // namespace

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
    Diagnostics found;
    own.script = read_script(source, found);
    diagnostics.append(found);
    refuse_psql(own.script, found, diagnostics);
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

std::optional<Diagnostic> Runner::up(const std::vector<PreparedMigration>& migrations) {
  if (migrations.empty()) return std::nullopt;
  make_history();
  watch_client();
  const std::int64_t batch = history_.last_batch() + 1;
  for (const PreparedMigration& prepared : migrations) {
    if (auto problem = run(prepared, Direction::up, batch)) return problem;
  }
  return std::nullopt;
}

std::optional<Diagnostic> Runner::down(const std::vector<PreparedMigration>& migrations) {
  if (migrations.empty()) return std::nullopt;
  make_history();
  watch_client();
  for (const PreparedMigration& prepared : migrations) {
    if (auto problem = run(prepared, Direction::down, prepared.batch)) return problem;
  }
  return std::nullopt;
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
                  error.sqlstate() + "); grant " + printable(session_.user()) +
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

std::optional<Diagnostic> Runner::run(const PreparedMigration& prepared, Direction direction,
                                      std::int64_t batch) {
  observer_.started(*prepared.migration, direction);
  std::size_t done = prepared.first_statement;
  std::chrono::milliseconds elapsed{0};
  for (int attempt = 1;; ++attempt) {
    try {
      const auto start = Clock::now();
      if (prepared.script.transactional) {
        run_in_transaction(prepared, direction, batch, elapsed);
      } else {
        run_outside_transaction(prepared, direction, batch, done);
        elapsed = since(start);
      }
      reset_session();
      observer_.finished(*prepared.migration, direction, elapsed);
      return std::nullopt;
    } catch (const pg::ServerError& error) {
      const ScriptStatement* at = std::exchange(current_, nullptr);
      reset_session();
      const bool again = prepared.script.transactional && attempt < options_.lock_attempts &&
                         error.sqlstate() == pg::sqlstate::kLockNotAvailable;
      if (!again) {
        LogEntry entry = entry_of(prepared, "failed", batch);
        entry.error = error.message();
        history_.log(entry);
        Diagnostic problem = failure(prepared, direction, at, error);
        note_invalid_index(problem, at);
        return problem;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(500) * attempt);
    }
  }
}

void Runner::run_in_transaction(const PreparedMigration& prepared, Direction direction,
                                std::int64_t batch, std::chrono::milliseconds& elapsed) {
  const auto start = Clock::now();
  pg::Transaction transaction(session_);
  set_timeouts(prepared.script, true);
  for (const ScriptStatement& statement : prepared.script.statements) {
    // The whole file is one transaction already.
    if (!statement.transaction_control) run_statement(statement);
  }
  elapsed = since(start);
  settle(prepared, direction, batch, elapsed);
  transaction.commit();
}

// Every finished statement is recorded, so that the next run goes on behind it.
void Runner::run_outside_transaction(const PreparedMigration& prepared, Direction direction,
                                     std::int64_t batch, std::size_t& done) {
  const auto start = Clock::now();
  AppliedMigration row = row_of(prepared, batch);
  row.state = direction == Direction::up ? "running" : "reverting";
  // A way down that fails at its first statement has reverted nothing: the row stays what it was,
  // so that up may still go on. Batches of a repeated statement stay.
  const bool repeats = !prepared.script.statements.empty() &&
                       prepared.script.statements.front().repeat_until_no_rows;
  const auto note = [&](const std::string& error) {
    if (direction == Direction::down && done == 0 && !repeats) return;
    row.statements_applied = static_cast<std::int64_t>(done);
    row.error = error;
    row.duration_ms = since(start).count();
    history_.record(row);
  };
  note("");
  set_timeouts(prepared.script, false);
  try {
    while (done < prepared.script.statements.size()) {
      const ScriptStatement& statement = prepared.script.statements[done];
      if (statement.repeat_until_no_rows) {
        repeat_statement(statement);
      } else if (!statement.transaction_control) {
        run_statement(statement);
      }
      ++done;
      note("");
    }
  } catch (const pg::ServerError& error) {
    row.state = direction == Direction::up ? "failed" : "reverting";
    note(error.message());
    throw;
  }
  pg::Transaction transaction(session_);
  settle(prepared, direction, batch, since(start));
  transaction.commit();
}

void Runner::run_statement(const ScriptStatement& statement) {
  current_ = &statement;
  const auto start = Clock::now();
  if (statement.index) {
    const std::string dropped = drop_invalid_index(session_, *statement.index);
    if (!dropped.empty()) observer_.dropped_invalid_index(dropped);
  }
  const pg::CommandOutcome outcome = session_.execute(statement.text);
  observer_.ran(statement, since(start), outcome.affected);
  current_ = nullptr;
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

void Runner::repeat_statement(const ScriptStatement& statement) {
  current_ = &statement;
  for (;;) {
    const auto start = Clock::now();
    const pg::CommandOutcome outcome = session_.execute(statement.text);
    observer_.ran(statement, since(start), outcome.affected);
    if (outcome.affected == 0) break;
    std::this_thread::sleep_for(options_.pause_between_batches);
  }
  current_ = nullptr;
}

// The history is written as the role that connected, whatever the migration set.
void Runner::settle(const PreparedMigration& prepared, Direction direction, std::int64_t batch,
                    std::chrono::milliseconds elapsed) {
  session_.execute("reset session authorization; reset role");
  if (direction == Direction::up) {
    AppliedMigration row = row_of(prepared, batch);
    row.duration_ms = elapsed.count();
    history_.record(row);
  } else {
    history_.remove(prepared.migration->version);
  }
  LogEntry entry = entry_of(prepared, direction == Direction::up ? "up" : "down", batch);
  entry.duration_ms = elapsed.count();
  history_.log(entry);
}

void Runner::set_timeouts(const Script& script, bool local) {
  const std::string scope = local ? "set local " : "set ";
  const std::string statement_timeout =
      script.statement_timeout.value_or(options_.statement_timeout);
  session_.execute(scope + "lock_timeout = " +
                   session_.quote_literal(script.lock_timeout.value_or(options_.lock_timeout)));
  if (watches_client_) session_.execute(scope + kWatchClient);
  if (!statement_timeout.empty()) {
    session_.execute(scope + "statement_timeout = " + session_.quote_literal(statement_timeout));
  }
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
