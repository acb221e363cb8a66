#include "migrations/seed.hpp"

#include <chrono>
#include <memory>
#include <utility>

#include "base/elapsed.hpp"
#include "base/files.hpp"
#include "migrations/statement_failure.hpp"
#include "pg/transaction.hpp"

namespace pgplumb::migrations {
namespace {

using Clock = std::chrono::steady_clock;

class SeedRun {
 public:
  SeedRun(pg::Session& session, const Seed& seed, const RunnerOptions& options,
          RunObserver& observer)
      : session_(session), script_(seed.script), options_(options), observer_(observer) {}

  std::optional<Diagnostic> run(const std::string& what) {
    try {
      script_.transactional ? run_in_transaction() : run_statements();
    } catch (const pg::ServerError& error) {
      reset();
      return statement_failure(what, script_, current_, error);
    }
    reset();
    return std::nullopt;
  }

 private:
  void run_in_transaction() {
    pg::Transaction transaction(session_);
    run_statements();
    current_ = nullptr;
    transaction.commit();
  }

  void run_statements() {
    for (const std::string& setting : timeout_settings(script_, options_, script_.transactional)) {
      session_.execute(setting);
    }
    for (const ScriptStatement& statement : script_.statements) {
      if (statement.transaction_control) continue;
      current_ = &statement;
      const auto start = Clock::now();
      observer_.running(statement);
      std::size_t rows = 0;
      do {
        const std::size_t affected = session_.execute(statement.text).affected;
        rows += affected;
        if (affected == 0) break;
      } while (statement.repeat_until_no_rows);
      observer_.ran(statement, elapsed_since(start), rows);
    }
  }

  void reset() {
    if (session_.transaction_status() == pg::TransactionStatus::failed ||
        session_.transaction_status() == pg::TransactionStatus::in_transaction) {
      session_.execute("rollback");
    }
    session_.execute("reset session authorization; reset role; reset all; discard temp");
  }

  pg::Session& session_;
  const Script& script_;
  const RunnerOptions& options_;
  RunObserver& observer_;
  const ScriptStatement* current_ = nullptr;
};

}  // namespace

std::vector<Seed> read_seeds(const std::vector<std::filesystem::path>& files,
                             Diagnostics& diagnostics) {
  std::vector<Seed> seeds;
  for (const std::filesystem::path& file : files) {
    const auto source = std::make_shared<const SourceText>(file.string(), read_file(file));
    seeds.push_back({file, read_runnable_script(source, diagnostics)});
  }
  return seeds;
}

std::optional<Diagnostic> run_seed(pg::Session& session, const Seed& seed,
                                   const RunnerOptions& options, RunObserver& observer) {
  return SeedRun(session, seed, options, observer).run(printable(seed.path.filename().string()));
}

}  // namespace pgplumb::migrations
