#include "workflow/migrate.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/failure.hpp"
#include "migrations/directory.hpp"

namespace pgplumb::workflow {
namespace {

using migrations::Direction;
using migrations::Migration;
using migrations::MigrationState;
using migrations::MigrationStatus;
using migrations::ScriptStatement;
using std::chrono::milliseconds;

bool waits_to_run(const MigrationStatus& status) {
  switch (status.state) {
    case MigrationState::pending:
    case MigrationState::late: return true;
    case MigrationState::unfinished: return status.applied->state != "reverting";
    default: return false;
  }
}

// What of an unfinished migration ran: its text up to the last statement that did.
migrations::Source finished_part(const MigrationStatus& status) {
  const migrations::Source& whole = status.file->up;
  if (status.state != MigrationState::unfinished) return whole;
  const auto done = static_cast<std::size_t>(status.applied->statements_applied);
  Diagnostics ignored;
  const migrations::Script script = migrations::read_script(whole, ignored);
  if (status.applied->state == "reverting" || done >= script.statements.size()) return whole;
  const std::size_t end = done == 0 ? 0 : script.statements[done - 1].span.end;
  return std::make_shared<const SourceText>(whole->path(),
                                            std::string(whole->text().substr(0, end)));
}

void fail(RunPlan& plan, DiagnosticCode code, std::string message, SourceSpan span = {}) {
  plan.diagnostics.add(code, std::move(message), std::move(span));
}

std::string known_versions(const HistoryView& view) {
  if (view.status.empty()) return "there are no migrations";
  return "versions go from " + view.status.front().version().text() + " to " +
         view.status.back().version().text();
}

const MigrationStatus* find(const HistoryView& view, const migrations::Version& version) {
  const auto found = std::find_if(view.status.begin(), view.status.end(),
                                  [&](const auto& one) { return one.version() == version; });
  return found == view.status.end() ? nullptr : &*found;
}

// As a person writes it: "migrations/7_a.up.sql", "7_a", "7" or "a".
bool is_named(const MigrationStatus& status, const std::string& text) {
  std::string name = std::filesystem::path(text).filename().string();
  for (const std::string end : {".sql", ".up", ".down"}) {
    if (name.ends_with(end)) name.resize(name.size() - end.size());
  }
  const bool digits = name.find_first_not_of("0123456789._") == std::string::npos;
  if (digits && migrations::Version(name) == status.version()) return true;
  if (status.file == nullptr) {
    return name == status.version().text() + "_" + status.applied->name ||
           name == status.applied->name;
  }
  return name == status.file->label() || name == status.file->name ||
         name == std::filesystem::path(status.file->file).stem().string();
}

// The one migration that `text` names, by version, name, label or file; else a diagnostic.
const MigrationStatus* find_named(const HistoryView& view, const std::string& text,
                                  Diagnostics& problems) {
  std::vector<const MigrationStatus*> found;
  for (const MigrationStatus& one : view.status) {
    if (is_named(one, text)) found.push_back(&one);
  }
  if (found.size() == 1) return found.front();
  problems.add(DiagnosticCode::configuration,
               found.empty()
                   ? "there is no migration " + printable(text) + "; " + known_versions(view)
                   : "the name " + printable(text) + " fits " + std::to_string(found.size()) +
                         " migrations; give the version: " + found[0]->version().text() + " or " +
                         found[1]->version().text());
  return nullptr;
}

// By number alone another statement than the next one would run where the file was edited in front.
void check_finished_part(const migrations::PreparedMigration& prepared,
                         const MigrationStatus& status, migrations::Policy changed, RunPlan& plan) {
  const std::int64_t count = status.applied->statements_applied;
  const bool same = status.applied->checksum ==
                    prepared.script.checksum_of_first(static_cast<std::size_t>(count));
  if (same || changed == migrations::Policy::ignore) return;
  const bool up = prepared.direction == Direction::up;
  plan.diagnostics.add(
      DiagnosticCode::history_changed,
      (up ? "migration " : "the way down of migration ") + printable(prepared.migration->label()) +
          " stopped after " + std::to_string(count) +
          (count == 1 ? " statement, which is not the file's first one any more"
                      : " statements, which are not the file's first ones any more") +
          "; put them back and change only what comes after them, or go on by their number with "
          "--changed ignore (history.changed: ignore)",
      {up ? prepared.migration->up : prepared.migration->down, 0, 0});
}

// What a text means that may be a number of migrations or the version of one.
struct Selection {
  std::optional<std::size_t> count;
  std::optional<std::string> only;
};

// `rows` are those that the command may touch, in its order. Where both readings are possible and
// lead to different ones, nobody can know which was meant; but a plain 1 is one migration.
Selection read_selection(const std::vector<const MigrationStatus*>& rows, const Selection& given,
                         RunPlan& plan) {
  if (!given.count || !given.only) return given;
  const auto named = std::find_if(rows.begin(), rows.end(), [&](const auto* row) {
    return row->version().text() == *given.only;
  });
  const bool same = *given.count == 1 && (named == rows.begin() || *given.only == "1");
  if (named == rows.end() || same) return {given.count, std::nullopt};
  if (*given.count > rows.size()) return {std::nullopt, given.only};
  const std::string& name =
      (*named)->file != nullptr ? (*named)->file->name : (*named)->applied->name;
  fail(plan, DiagnosticCode::configuration,
       *given.only + " is a number of migrations and also a version; write " +
           printable(*given.only + (name.empty() ? "" : "_" + name)) +
           " for that one, or give --to VERSION");
  return {given.count, std::nullopt};
}

// Goes on where the last run of it stopped, when there was one.
void resume(migrations::PreparedMigration& prepared, const HistoryView& view, Direction direction,
            migrations::Policy changed, RunPlan& plan) {
  const MigrationStatus* status = find(view, prepared.migration->version);
  if (status == nullptr || status->applied == nullptr) return;
  prepared.recorded_as = status->applied->version;
  if (direction == Direction::down) prepared.batch = status->applied->batch;
  if (status->state != MigrationState::unfinished) return;
  const bool same_way = (status->applied->state == "reverting") == (direction == Direction::down);
  if (!same_way) return;
  prepared.first_statement = std::min(static_cast<std::size_t>(status->applied->statements_applied),
                                      prepared.script.statements.size());
  prepared.was_killed = status->applied->error.empty();
  check_finished_part(prepared, *status, changed, plan);
}

void prepare_all(RunPlan& plan, const HistoryView& view,
                 const std::vector<const Migration*>& chosen, Direction direction,
                 const migrations::HistoryPolicies& policies) {
  plan.migrations = migrations::prepare(chosen, direction, plan.diagnostics);
  const bool readable = !plan.diagnostics.has_errors();
  for (auto& prepared : plan.migrations) {
    resume(prepared, view, direction, policies.changed, plan);
  }
  plan.refused = plan.refused || (readable && plan.diagnostics.has_errors());
}

// Rows that a down would touch, newest first.
std::vector<const MigrationStatus*> reversible(const HistoryView& view) {
  std::vector<const MigrationStatus*> rows;
  for (const MigrationStatus& one : view.status) {
    if (one.applied != nullptr) rows.push_back(&one);
  }
  std::reverse(rows.begin(), rows.end());
  // The last batch goes first where a late migration ran after newer ones.
  std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) {
    return a->applied->batch > b->applied->batch;
  });
  return rows;
}

std::vector<const MigrationStatus*> chosen_rows(const HistoryView& view, const DownRequest& request,
                                                RunPlan& plan) {
  std::vector<const MigrationStatus*> rows = reversible(view);
  const Selection selection = read_selection(rows, {request.count, request.only}, plan);
  if (selection.only) {
    const MigrationStatus* one = find_named(view, *selection.only, plan.diagnostics);
    std::erase_if(rows, [&](const auto* row) { return row != one; });
  }
  if (selection.count && *selection.count > rows.size() && !rows.empty()) {
    fail(plan, DiagnosticCode::configuration,
         "there are not " + std::to_string(*selection.count) + " applied migrations, only " +
             std::to_string(rows.size()) + "; \"down --all\" reverts them all");
  }
  if (selection.count) rows.resize(std::min(*selection.count, rows.size()));
  if (request.batch && !rows.empty()) {
    const std::int64_t batch = *request.batch != 0 ? *request.batch : rows.front()->applied->batch;
    std::erase_if(rows, [&](const auto* row) { return row->applied->batch != batch; });
    if (rows.empty()) {
      fail(plan, DiagnosticCode::configuration,
           "no applied migration belongs to batch " + std::to_string(batch));
    }
  }
  if (request.to) {
    const MigrationStatus* last = find(view, *request.to);
    if (last == nullptr || last->applied == nullptr) {
      fail(plan, DiagnosticCode::configuration,
           "version " + printable(request.to->text()) +
               " is not applied, so there is no way down " + "to it; " + known_versions(view));
      return {};
    }
    std::sort(rows.begin(), rows.end(),
              [](const auto* a, const auto* b) { return b->version() < a->version(); });
    std::erase_if(rows, [&](const auto* row) { return row->version() <= *request.to; });
  }
  return rows;
}

// Nothing of it had run, not even a part of a statement that leaves something behind when it fails.
bool is_unbegun(const MigrationStatus& row) {
  if (!row.applied->has_not_begun()) return false;
  if (row.file == nullptr) return true;
  Diagnostics ignored;
  const migrations::Script script = migrations::read_script(row.file->up, ignored);
  if (script.statements.empty()) return true;
  const ScriptStatement& first = script.statements.front();
  return !first.repeat_until_no_rows && !first.outside_transaction && !first.may_end_transaction;
}

bool is_half_applied(const MigrationStatus& row) {
  return row.file != nullptr && row.state == MigrationState::unfinished &&
         row.applied->state != "reverting" &&
         row.applied->statements_applied < row.applied->statements_total;
}

// "" = nothing is in the way.
std::string why_not_reversible(const MigrationStatus& row) {
  if (row.state == MigrationState::foreign) {
    return " was run by another tool and has no SQL file, so it can't be reverted";
  }
  if (row.file == nullptr) {
    return " has no file any more, so it can't be reverted; restore its files";
  }
  if (row.applied->state == "baseline") {
    return " was taken over by \"baseline\", not run: its way down would drop what was there "
           "before; it can't be reverted in this database";
  }
  return "";
}

// Down needs the files of what it reverts and nothing else of the history.
void check_rows(const std::vector<const MigrationStatus*>& rows, RunPlan& plan,
                const migrations::HistoryPolicies& policies) {
  migrations::HistoryPolicies own = policies;
  own.missing = migrations::Policy::ignore;  // no policy can revert it without its file
  std::vector<MigrationStatus> status;
  status.reserve(rows.size());
  for (const MigrationStatus* row : rows) status.push_back(*row);
  Diagnostics problems = migrations::check_history(status, own);
  for (const MigrationStatus* row : rows) {
    const std::string why = why_not_reversible(*row);
    if (why.empty()) continue;
    problems.add(DiagnosticCode::history_changed,
                 "migration " + printable(row->version().text()) + why);
  }
  plan.refused = problems.has_errors();
  plan.diagnostics.append(problems);
}

// Its way down would undo what was never done: an UPDATE that nothing had changed before, say.
void refuse_half_applied(const std::vector<const MigrationStatus*>& rows, RunPlan& plan) {
  for (const MigrationStatus* row : rows) {
    if (!is_half_applied(*row)) continue;
    fail(plan, DiagnosticCode::history_changed,
         "migration " + printable(row->file->label()) + " stopped on its way up after " +
             std::to_string(row->applied->statements_applied) + " of " +
             std::to_string(row->applied->statements_total) +
             " statements, and its way down undoes all of them; let \"up\" finish it, or give "
             "--half-applied: then each statement of the way down runs by itself, and those are "
             "left out that undo what is not there",
         {row->file->up, 0, 0});
    plan.refused = true;
  }
}

// Counts what finished and passes everything on.
class CountingObserver : public migrations::RunObserver {
 public:
  explicit CountingObserver(migrations::RunObserver& next) : next_(next) {}
  void started(const Migration& migration, Direction direction) override {
    next_.started(migration, direction);
  }
  void running(const ScriptStatement& statement) override { next_.running(statement); }
  void ran(const ScriptStatement& statement, milliseconds elapsed, std::size_t rows) override {
    next_.ran(statement, elapsed, rows);
  }
  void ran_batch(const ScriptStatement& statement, std::size_t batches, std::size_t rows) override {
    next_.ran_batch(statement, batches, rows);
  }
  void retries(const Migration& migration, int attempt, milliseconds pause) override {
    next_.retries(migration, attempt, pause);
  }
  void was_done_before(const ScriptStatement& statement) override {
    next_.was_done_before(statement);
  }
  void left_out(const ScriptStatement& statement, const std::string& why) override {
    next_.left_out(statement, why);
  }
  void took_out(const migrations::AppliedMigration& row) override {
    ++finished_;
    next_.took_out(row);
  }
  void finishes_detach(const ScriptStatement& statement) override {
    next_.finishes_detach(statement);
  }
  void dropped_invalid_index(const std::string& name) override {
    next_.dropped_invalid_index(name);
  }
  [[nodiscard]] bool stops() override { return next_.stops(); }
  void finished(const Migration& migration, Direction direction, milliseconds elapsed) override {
    ++finished_;
    next_.finished(migration, direction, elapsed);
  }
  [[nodiscard]] std::size_t finished_count() const { return finished_; }

 private:
  migrations::RunObserver& next_;
  std::size_t finished_ = 0;
};

RunResult run(pg::Session& session, migrations::History& history, RunPlan plan,
              const MigrateOptions& options, migrations::RunObserver& observer) {
  RunResult result;
  result.planned = plan.migrations.size() + plan.unbegun.size();
  result.diagnostics = std::move(plan.diagnostics);
  result.refused = plan.refused;
  if (!result.ok()) return result;
  CountingObserver counting(observer);
  migrations::Runner runner(session, history, options.runner, counting);
  runner.take_out(plan.unbegun);
  auto problem = runner.run(plan.migrations);
  result.finished = counting.finished_count();
  if (problem) result.diagnostics.add(std::move(*problem));
  return result;
}

// To run one before those in front of it makes them late.
void refuse_overtaking(const std::vector<const Migration*>& pending, const Migration& chosen,
                       migrations::Policy late, RunPlan& plan) {
  if (late == migrations::Policy::ignore || pending.front() == &chosen) return;
  fail(plan, DiagnosticCode::history_changed,
       "migration " + printable(chosen.label()) + " would overtake " +
           printable(pending.front()->label()) +
           ", which is pending; apply that first, or allow it with --late run (history.late: "
           "run)");
  plan.refused = true;
}

void keep_only(const HistoryView& view, const std::string& name,
               const std::vector<const Migration*>& pending, migrations::Policy late,
               RunPlan& plan) {
  const MigrationStatus* one = find_named(view, name, plan.diagnostics);
  if (one == nullptr) return;
  std::erase_if(plan.migrations, [&](const auto& p) { return p.migration != one->file; });
  if (!plan.migrations.empty()) refuse_overtaking(pending, *one->file, late, plan);
}

// What comes after them may need them, and a database without them is not what the folder says.
void refuse_programs(const HistoryView& view, migrations::Policy policy, RunPlan& plan) {
  if (policy == migrations::Policy::ignore) return;
  for (const migrations::ProgramFile& program : view.programs) {
    fail(plan, DiagnosticCode::history_changed,
         migrations::about_pending(program) +
             ", or leave it out with --programs ignore (history.programs: ignore)");
  }
}

RunPlan plan_up(const HistoryView& view, const UpRequest& request,
                const migrations::HistoryPolicies& policies) {
  RunPlan plan;
  plan.diagnostics = view.diagnostics;
  // Without the folder every applied file would be missing.
  if (view.diagnostics.count(DiagnosticCode::folder_missing) > 0) return plan;
  const Diagnostics problems = migrations::check_history(view.status, policies);
  const bool readable = !plan.diagnostics.has_errors();
  plan.diagnostics.append(problems);
  refuse_programs(view, policies.programs, plan);
  plan.refused = readable && plan.diagnostics.has_errors();
  if (request.to && find(view, *request.to) == nullptr) {
    fail(plan, DiagnosticCode::configuration,
         "there is no migration of version " + printable(request.to->text()) + "; " +
             known_versions(view));
    plan.refused = false;
  }
  std::vector<const Migration*> pending;
  std::vector<const MigrationStatus*> waiting;
  for (const MigrationStatus& one : view.status) {
    if (one.file != nullptr && waits_to_run(one)) {
      pending.push_back(one.file);
      waiting.push_back(&one);
    }
    if (one.state == MigrationState::unfinished && one.applied->state == "reverting") {
      fail(plan, DiagnosticCode::history_changed,
           "migration " + one.version().text() +
               " stopped on its way down; finish it with \"down\"");
    }
  }
  prepare_all(plan, view, pending, Direction::up, policies);
  if (request.to) {
    std::erase_if(plan.migrations,
                  [&](const auto& one) { return one.migration->version > *request.to; });
  }
  const Selection selection = read_selection(waiting, {request.count, request.only}, plan);
  if (selection.count && *selection.count < plan.migrations.size()) {
    plan.migrations.resize(*selection.count);
  }
  if (selection.only) keep_only(view, *selection.only, pending, policies.late, plan);
  return plan;
}

RunPlan plan_down(const HistoryView& view, const DownRequest& request,
                  const migrations::HistoryPolicies& policies) {
  RunPlan plan;
  plan.diagnostics = view.diagnostics;
  std::vector<const MigrationStatus*> rows = chosen_rows(view, request, plan);
  std::erase_if(rows, [&](const MigrationStatus* row) {
    if (!is_unbegun(*row)) return false;
    plan.unbegun.push_back(*row->applied);
    return true;
  });
  check_rows(rows, plan, policies);
  if (!request.half_applied) refuse_half_applied(rows, plan);
  std::vector<const Migration*> chosen;
  for (const MigrationStatus* row : rows) {
    if (row->file != nullptr) chosen.push_back(row->file);
  }
  prepare_all(plan, view, chosen, Direction::down, policies);
  for (auto& prepared : plan.migrations) {
    const MigrationStatus* row = find(view, prepared.migration->version);
    const bool part = row->state == MigrationState::unfinished;
    prepared.leaves_out_missing = request.half_applied && part;
    // One statement after the other, also where that was begun before.
    if (prepared.leaves_out_missing || prepared.first_statement > 0) {
      prepared.script.transactional = false;
    }
  }
  return plan;
}

// Both ways are read before the first one runs.
RunPlan plan_redo(const HistoryView& view, const RedoRequest& request,
                  const migrations::HistoryPolicies& policies) {
  DownRequest last;
  last.count = request.count;
  RunPlan plan = plan_down(view, last, policies);
  std::vector<const Migration*> again;
  for (auto one = plan.migrations.rbegin(); one != plan.migrations.rend(); ++one) {
    again.push_back(one->migration);
  }
  for (auto& prepared : migrations::prepare(again, Direction::up, plan.diagnostics)) {
    const MigrationStatus* status = find(view, prepared.migration->version);
    prepared.batch = status->applied->batch;
    prepared.recorded_as = status->applied->version;
    plan.migrations.push_back(std::move(prepared));
  }
  return plan;
}

}  // namespace

const migrations::AppliedMigration* HistoryView::newest() const {
  const auto last = std::find_if(applied.rbegin(), applied.rend(),
                                 [](const auto& row) { return row.is_complete(); });
  return last == applied.rend() ? nullptr : &*last;
}

HistoryView read_history(const std::filesystem::path& folder, migrations::History& history) {
  HistoryView view;
  view.files = migrations::read_directory(folder, view.diagnostics);
  view.applied = history.applied();
  view.status = migrations::status_of(view.files, view.applied);
  view.programs =
      migrations::pending_programs(migrations::program_files(folder, view.files), view.applied);
  return view;
}

SqlFiles applied_files(const HistoryView& view) {
  std::vector<const MigrationStatus*> rows = reversible(view);
  SqlFiles files;
  files.is_history = true;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    if ((*row)->file == nullptr) continue;
    files.files.push_back(finished_part(**row));
    // What was taken over had been run before, by whom nothing tells.
    const migrations::AppliedMigration& applied = *(*row)->applied;
    files.runners.push_back({"", applied.state == "applied" ? applied.applied_by : ""});
  }
  return files;
}

RunPlan plan_run(const HistoryView& view, const RunRequest& request,
                 const migrations::HistoryPolicies& policies) {
  if (const auto* up = std::get_if<UpRequest>(&request)) return plan_up(view, *up, policies);
  if (const auto* down = std::get_if<DownRequest>(&request)) {
    return plan_down(view, *down, policies);
  }
  return plan_redo(view, std::get<RedoRequest>(request), policies);
}

pg::AdvisoryLock take_lock(pg::Session& session, const migrations::History& history,
                           std::chrono::milliseconds limit, migrations::RunObserver& observer) {
  const std::int64_t key = pg::advisory_key(history.lock_name());
  pg::LockWait wait;
  wait.limit = limit;
  wait.on_wait = [&](const std::optional<pg::LockHolder>& holder) {
    observer.waits_for_lock(holder ? holder->describe() : "a session that this role may not see");
  };
  auto lock = pg::AdvisoryLock::acquire(session, key, wait);
  if (lock) return std::move(*lock);
  const auto holder = pg::find_lock_holder(session, key);
  throw Refused("another run of pgplumb is at work in this database" +
                (holder ? ": " + holder->describe() : std::string()) + "; waited " +
                std::to_string(std::chrono::duration_cast<std::chrono::seconds>(limit).count()) +
                " s for it (--lock-wait)");
}

RunResult run_migrations(pg::Session& session, migrations::History& history,
                         const RunRequest& request, const MigrateOptions& options,
                         migrations::RunObserver& observer) {
  const pg::AdvisoryLock lock = take_lock(session, history, options.lock_wait, observer);
  const HistoryView view = read_history(options.folder, history);
  return run(session, history, plan_run(view, request, options.policies), options, observer);
}

}  // namespace pgplumb::workflow
