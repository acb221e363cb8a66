#include "migrations/runner.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "migrations/checksum.hpp"
#include "pg/transaction.hpp"

namespace pgplumb::migrations {
namespace {

using Clock = std::chrono::steady_clock;

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

Diagnostic failure(const PreparedMigration& prepared, Direction direction,
                   const ScriptStatement* statement, const pg::ServerError& error) {
  const std::string what = direction == Direction::up ? "migration " : "the way down of migration ";
  Diagnostic problem{DiagnosticCode::migration_failed,
                     what + printable(prepared.migration->label()) + " failed: " +
                         printable(error.message()) + " (SQLSTATE " + error.sqlstate() + ")",
                     statement ? position_in(*statement, error) : SourceSpan{},
                     {}};
  const pg::ServerReport& report = error.report();
  if (!report.detail.empty()) problem.notes.push_back({"detail: " + printable(report.detail), {}});
  if (!report.hint.empty()) problem.notes.push_back({"hint: " + printable(report.hint), {}});
  if (!report.context.empty())
    problem.notes.push_back({"context: " + printable(report.context), {}});
  return problem;
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
    own.script = read_script(source, diagnostics);
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
  const std::int64_t batch = history_.last_batch() + 1;
  for (const PreparedMigration& prepared : migrations) {
    if (auto problem = run(prepared, Direction::up, batch)) return problem;
  }
  return std::nullopt;
}

std::optional<Diagnostic> Runner::down(const std::vector<PreparedMigration>& migrations) {
  if (migrations.empty()) return std::nullopt;
  make_history();
  for (const PreparedMigration& prepared : migrations) {
    if (auto problem = run(prepared, Direction::down, prepared.batch)) return problem;
  }
  return std::nullopt;
}

void Runner::make_history() {
  pg::Transaction transaction(session_);
  history_.create();
  transaction.commit();
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
        return failure(prepared, direction, at, error);
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
  const auto note = [&](const std::string& error) {
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
  const pg::CommandOutcome outcome = session_.execute(statement.text);
  observer_.ran(statement, since(start), outcome.affected);
  current_ = nullptr;
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
