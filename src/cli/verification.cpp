#include "cli/verification.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/elapsed.hpp"
#include "base/failure.hpp"
#include "pg/advisory_lock.hpp"
#include "workflow/live_read.hpp"
#include "workflow/migrate.hpp"

namespace pgplumb::cli {
namespace {

using migrations::MigrationState;

// Where it is; and whether somebody is at it.
std::string about_unfinished(const migrations::MigrationStatus& one,
                             const std::optional<pg::LockHolder>& holder) {
  const std::string statements = std::to_string(one.applied->statements_applied) + " of " +
                                 std::to_string(one.applied->statements_total) + " statements";
  if (!holder) return " stopped after " + statements;
  return " has run " + statements +
         "; another run of pgplumb is at work in this database: " + printable(holder->describe());
}

// What makes the history itself doubtful; late and pending ones are no concern of a verification.
void check(const workflow::HistoryView& view, const std::optional<pg::LockHolder>& holder,
           migrations::HistoryPolicies policies, Diagnostics& diagnostics) {
  // Without the folder every applied file would be missing.
  if (view.diagnostics.count(DiagnosticCode::folder_missing) > 0) return;
  policies.late = migrations::Policy::ignore;
  diagnostics.append(migrations::check_history(view.status, policies));
  for (const auto& one : view.status) {
    if (one.state != MigrationState::unfinished) continue;
    diagnostics.add(DiagnosticCode::history_changed,
                    "migration " + printable(one.file->label()) + about_unfinished(one, holder),
                    {one.file->up, 0, 0});
  }
}

std::size_t count(const workflow::HistoryView& view, MigrationState state) {
  return static_cast<std::size_t>(std::count_if(
      view.status.begin(), view.status.end(), [&](const auto& one) { return one.state == state; }));
}

struct Reading {
  workflow::HistoryView view;
  workflow::ComparedStates states;
};

// The catalogs are read by other sessions than the history. Only a history that is the same before
// and after belongs to them.
Reading read_both(Context& context, pg::Session& session, migrations::History& history,
                  bool offline) {
  constexpr int kTries = 5;
  workflow::Scratch scratch = context.scratch(offline);
  for (int i = 0; i < kTries; ++i) {
    // Connects meanwhile.
    workflow::LiveRead reading(session.url(), workflow::LiveRead::Sessions::waits_for_session);
    const auto before = history.applied();
    reading.begin();
    Reading result{workflow::read_history(context.migrations_folder(), history), {}};
    result.states = workflow::compare_with_live(workflow::applied_files(result.view), session,
                                                reading, context.compare_input(offline), scratch);
    if (before == result.view.applied && before == history.applied()) return result;
    context.output().detail("migrations were run meanwhile: reading everything again");
  }
  throw Failure(
      "another run of pgplumb is changing this database; try again when it has ended (\"pgplumb "
      "unlock\" shows who that is)");
}

}  // namespace

report::ComparisonReport Verification::report() const {
  return {live,   migrations, states.comparison, states.current, states.desired, states.diagnostics,
          elapsed};
}

Verification verify_history(Context& context, pg::Session& session,
                            migrations::HistoryPolicies policies, bool offline) {
  const auto start = std::chrono::steady_clock::now();
  migrations::History history(session, context.configuration().history);
  Verification result;
  Reading reading = read_both(context, session, history, offline);
  const workflow::HistoryView& view = reading.view;
  for (const std::string& table : history.imported_tables()) {
    context.output().detail("left out: " + printable(table) + ", the history of another tool");
  }
  result.states = std::move(reading.states);
  Diagnostics problems = view.diagnostics;
  check(view, pg::find_lock_holder(session, pg::advisory_key(history.lock_name())), policies,
        problems);
  result.states.diagnostics.append(problems);
  result.history_table = !view.applied.empty() || history.exists();
  result.applied = view.applied.size();
  result.pending = count(view, MigrationState::pending) + count(view, MigrationState::late);
  result.live = {"database " + session.database(), "the database", false};
  result.migrations = {context.migrations_folder().string(), "migrations", true};
  result.elapsed = elapsed_since(start);
  return result;
}

}  // namespace pgplumb::cli
