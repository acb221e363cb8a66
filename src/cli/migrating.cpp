#include "cli/migrating.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "base/failure.hpp"
#include "cli/comparing.hpp"
#include "cli/confirmation.hpp"
#include "cli/connecting.hpp"
#include "cli/dry_run.hpp"
#include "cli/pooling.hpp"
#include "cli/progress.hpp"
#include "cli/read_only.hpp"
#include "cli/verification.hpp"
#include "report/text_report.hpp"
#include "workflow/conflicts.hpp"
#include "workflow/untaken_history.hpp"

namespace pgplumb::cli {
namespace {

using std::chrono::milliseconds;

// The same run in the words of its direction.
struct Words {
  const char* verb;
  const char* done;
};

Words words_of(const workflow::RunRequest& request) {
  static constexpr std::array kWords = {Words{"apply", "applied"}, Words{"revert", "reverted"},
                                        Words{"redo", "reverted and applied again"}};
  return kWords.at(request.index());
}

// A redo runs each migration twice.
std::size_t counted_once(const workflow::RunRequest& request, std::size_t runs) {
  return std::holds_alternative<workflow::RedoRequest>(request) ? (runs + 1) / 2 : runs;
}

void override_policy(migrations::Policy& policy, const std::optional<std::string>& flag) {
  if (!flag) return;
  policy = *flag == "error" ? migrations::Policy::error : migrations::Policy::ignore;
}

milliseconds time_of(const char* flag, const std::string& text) {
  const auto time = parse_wait(text);
  if (!time) {
    throw UsageError(std::string(flag) + ": \"" + printable(text) +
                     "\" is no time; write 500ms, 30s, 10min or 1h");
  }
  return *time;
}

void override_timeout(std::string& setting, const char* flag,
                      const std::optional<std::string>& text) {
  if (text) setting = std::to_string(time_of(flag, *text).count()) + "ms";
}

ExitCode code_of(bool refused, const Diagnostics& diagnostics) {
  return refused ? ExitCode::refused : code_of_errors(diagnostics);
}

// Refuses unless the database is what its migrations say.
void require_clean(Context& context, pg::Session& session, bool allow_unknown) {
  const Verification verification = verify_history(context, session, false);
  const report::ComparisonReport report = verification.report();
  if (exit_code_of(report, allow_unknown) == ExitCode::clean) return;
  context.output().diagnostics(report.diagnostics);
  std::string text = report::render_text(report);
  text.pop_back();  // message() ends the line
  context.output().message(text);
  throw Refused(
      "the database is not what its migrations say, and this environment requires that "
      "(require_verify); nothing was run");
}

std::string nothing_to_do(const workflow::HistoryView& view, const workflow::RunRequest& request) {
  if (std::holds_alternative<workflow::UpRequest>(request)) {
    return view.files.empty() ? "Already up to date: there are no migrations"
                              : "Already up to date";
  }
  return view.applied.empty() ? "Already at the base schema version"
                              : "Already there: nothing to revert";
}

// What "up N" and its like leave for another time.
std::string rest_of(const workflow::HistoryView& view, const workflow::RunRequest& request) {
  const auto pending = std::count_if(view.status.begin(), view.status.end(), [](const auto& one) {
    return one.state == migrations::MigrationState::pending;
  });
  if (!std::holds_alternative<workflow::UpRequest>(request) || pending == 0) return "";
  return "; " + std::to_string(pending) + " pending";
}

std::string state_line(const workflow::HistoryView& view) {
  const auto* newest = view.newest();
  if (newest == nullptr) return "at the base schema version";
  return "at version " + printable(newest->version.text());
}

// What ran, what did not, and where the database stands now.
ExitCode finish(Context& context, migrations::History& history, const workflow::RunResult& result,
                const workflow::RunRequest& request) {
  Output& output = context.output();
  // Notes were shown when the run was planned.
  Diagnostics errors;
  for (const Diagnostic& one : result.diagnostics.all()) {
    if (one.severity() == Severity::error) errors.add(one);
  }
  output.diagnostics(errors);
  if (!result.ok() && result.finished == 0 && result.planned == 0) {
    return code_of(result.refused, result.diagnostics);
  }
  const workflow::HistoryView view = workflow::read_history(context.migrations_folder(), history);
  const char* const done = words_of(request).done;
  if (result.ok()) {
    output.result_line(counted_migrations(counted_once(request, result.finished)) + " " + done +
                       ", " + state_line(view) + rest_of(view, request));
    return ExitCode::clean;
  }
  const bool redo = std::holds_alternative<workflow::RedoRequest>(request);
  output.error(counted_migrations(result.finished) + " " + (redo ? "reverted or applied" : done) +
               ", " + std::to_string(result.planned - result.finished) + " not; " +
               state_line(view));
  return code_of(result.refused, result.diagnostics);
}

ExitCode show_dry_run(Context& context, const workflow::RunPlan& plan,
                      const migrations::RunnerOptions& options) {
  context.output().result(pg::mask_secrets(dry_run_sql(plan, options)));
  context.output().message(
      "--dry-run: " + counted_migrations(plan.migrations.size()) + " would run" +
      (plan.unbegun.empty()
           ? ""
           : ", " + counted_migrations(plan.unbegun.size()) + " would be taken out") +
      "; nothing was changed");
  return ExitCode::clean;
}

void note_late_files(Context& context, const workflow::HistoryView& view,
                     const workflow::RunPlan& plan) {
  const Diagnostics notes =
      workflow::late_notes(view, plan, context.compare_input(true).search_path);
  context.output().diagnostics(notes);
}

}  // namespace

workflow::MigrateOptions migrate_options(const Context& context, const MigrateFlags& flags) {
  workflow::MigrateOptions options;
  options.folder = context.migrations_folder();
  options.policies = context.configuration().policies;
  override_policy(options.policies.late, flags.late);
  override_policy(options.policies.changed, flags.changed);
  override_policy(options.policies.missing, flags.missing);
  override_policy(options.policies.foreign, flags.foreign);
  override_policy(options.policies.programs, flags.programs);
  options.runner = context.runner_options();
  override_timeout(options.runner.lock_timeout, "--lock-timeout", flags.lock_timeout);
  override_timeout(options.runner.statement_timeout, "--statement-timeout",
                   flags.statement_timeout);
  options.lock_wait = time_of("--lock-wait", flags.lock_wait);
  return options;
}

std::function<std::string(const std::string&)> positive_number() {
  return [](const std::string& text) -> std::string {
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    const bool zero = text.find_first_not_of('0') == std::string::npos;
    return digits && !zero ? "" : "\"" + printable(text) + "\" is not a number from 1 on";
  };
}

std::optional<std::size_t> as_count(const std::string& text) {
  constexpr std::size_t kMostDigits = 6;
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  const bool padded = text.size() > 1 && text.front() == '0';
  if (!digits || padded || text.size() > kMostDigits) return std::nullopt;
  return static_cast<std::size_t>(std::stoul(text));
}

std::function<std::string(const std::string&)> count_or_name() {
  return [](const std::string& text) -> std::string {
    if (text.empty()) return "is empty";
    const bool zero = as_count(text) == std::size_t{0};
    return zero ? "\"" + printable(text) + "\" is not a number from 1 on" : "";
  };
}

void add_migrate_flags(CLI::App& app, MigrateFlags& flags) {
  app.add_flag("--dry-run", flags.dry_run, "Print what would run, and run nothing");
  app.add_flag("-y,--yes", flags.yes, "Do not ask, also where the environment is protected");
  app.add_option("--lock-wait", flags.lock_wait,
                 "How long to wait for another run of pgplumb (default: 60s)")
      ->type_name("TIME");
  app.add_option("--lock-timeout", flags.lock_timeout,
                 "How long each statement waits for its locks (default: 10s)")
      ->type_name("TIME");
  app.add_option("--statement-timeout", flags.statement_timeout,
                 "How long each statement may take (default: as long as it likes)")
      ->type_name("TIME");
  const auto policies = CLI::IsMember({"error", "ignore"});
  app.add_option("--changed", flags.changed,
                 "What to do about applied files that were changed: error or ignore")
      ->check(policies)
      ->type_name("POLICY");
}

void add_half_applied_flag(CLI::App& app, MigrateFlags& flags) {
  app.add_flag("--half-applied", flags.half_applied,
               "Of a migration that stopped on its way up, undo what is there of it");
}

void add_foreign_flag(CLI::App& app, MigrateFlags& flags) {
  app.add_option("--foreign", flags.foreign,
                 "What to do about another tool's history that was not imported: error or ignore")
      ->check(CLI::IsMember({"error", "ignore"}))
      ->type_name("POLICY");
}

void refuse_untaken_history(pg::Session& session, migrations::History& history,
                            migrations::Policy foreign) {
  if (foreign == migrations::Policy::ignore) return;
  const std::string text = workflow::about_untaken(workflow::untaken_histories(session, history));
  if (!text.empty()) throw Refused(text);
}

ExitCode migrate(Context& context, const workflow::RunRequest& request, const MigrateFlags& flags) {
  Output& output = context.output();
  const workflow::MigrateOptions options = migrate_options(context, flags);
  pg::Session session = context.connect();
  migrations::History history(session, context.configuration().history);
  const workflow::HistoryView view = workflow::read_history(options.folder, history);
  const workflow::RunPlan plan = workflow::plan_run(view, request, options.policies);
  const bool up = std::holds_alternative<workflow::UpRequest>(request);
  // What the other tool applied is no program that waits.
  if (up && !view.programs.empty()) {
    refuse_untaken_history(session, history, options.policies.foreign);
  }
  output.diagnostics(plan.diagnostics);
  if (plan.diagnostics.has_errors()) return code_of(plan.refused, plan.diagnostics);
  if (plan.migrations.empty() && plan.unbegun.empty()) {
    output.result_line(nothing_to_do(view, request));
    return ExitCode::clean;
  }
  if (up) refuse_untaken_history(session, history, options.policies.foreign);
  note_late_files(context, view, plan);
  if (flags.dry_run) return show_dry_run(context, plan, options.runner);
  refuse_transaction_pooling(session);
  refuse_read_only(session);
  const std::size_t count = counted_once(request, plan.migrations.size() + plan.unbegun.size());
  confirm(context, session, words_of(request).verb + (" " + counted_migrations(count)), flags.yes);
  if (up && context.settings().require_verify) require_clean(context, session, flags.allow_unknown);
  const auto result = [&] {
    Progress progress(output, session);
    return workflow::run_migrations(session, history, request, options, progress);
  }();
  if (result.ok() && result.planned == 0) {
    output.result_line("Already up to date: another run was faster");
    return ExitCode::clean;
  }
  return finish(context, history, result, request);
}

}  // namespace pgplumb::cli
