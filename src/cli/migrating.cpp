#include "cli/migrating.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "base/failure.hpp"
#include "cli/comparing.hpp"
#include "cli/confirmation.hpp"
#include "cli/interrupt.hpp"
#include "cli/verification.hpp"
#include "report/text_report.hpp"

namespace pgplumb::cli {
namespace {

using migrations::Direction;
using std::chrono::milliseconds;

std::string counted(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " migration" : " migrations");
}

class Progress : public migrations::RunObserver {
 public:
  Progress(Output& output, const pg::Session& session) : output_(output), session_(session) {}

  void started(const migrations::Migration& migration, Direction direction) override {
    // From here on: until then nothing runs that would need an orderly end.
    if (!signals_) signals_ = std::make_unique<StopStatementOnSignal>(session_);
    if (StopStatementOnSignal::came()) {
      throw Failure("stopped before " + printable(migration.label()) + ", which did not run");
    }
    output_.detail((direction == Direction::up ? "applying " : "reverting ") +
                   printable(migration.label()));
  }
  void ran(const migrations::ScriptStatement& statement, milliseconds elapsed,
           std::size_t rows) override {
    if (!output_.verbose()) return;
    output_.detail("  " + printable(statement.span.label()) + " (" + shown_duration(elapsed) +
                   (rows > 0 ? ", " + std::to_string(rows) + " rows)" : ")"));
  }
  void dropped_invalid_index(const std::string& name) override {
    output_.message("dropped index " + printable(name) +
                    ", which was INVALID: left behind by a CREATE INDEX CONCURRENTLY that failed");
  }
  void waits_for_lock(const std::string& holder) override {
    output_.message("waiting for another run of pgplumb: " + printable(holder));
  }
  void finished(const migrations::Migration& migration, Direction direction,
                milliseconds elapsed) override {
    output_.result_line((direction == Direction::up ? "applied " : "reverted ") +
                        printable(migration.label()) + " (" + shown_duration(elapsed) + ")");
  }

 private:
  Output& output_;
  const pg::Session& session_;
  std::unique_ptr<StopStatementOnSignal> signals_;
};

void override_policy(migrations::Policy& policy, const std::optional<std::string>& flag) {
  if (!flag) return;
  policy = *flag == "error" ? migrations::Policy::error : migrations::Policy::ignore;
}

workflow::MigrateOptions options_of(const Context& context, const MigrateFlags& flags) {
  workflow::MigrateOptions options;
  options.folder = context.migrations_folder();
  options.policies = context.configuration().policies;
  override_policy(options.policies.late, flags.late);
  override_policy(options.policies.changed, flags.changed);
  override_policy(options.policies.missing, flags.missing);
  options.runner = context.runner_options();
  const auto wait = parse_wait(flags.lock_wait);
  if (!wait) throw UsageError("--lock-wait: \"" + printable(flags.lock_wait) + "\" is no time");
  options.lock_wait = *wait;
  return options;
}

ExitCode code_of(bool refused) { return refused ? ExitCode::refused : ExitCode::failed; }

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

void print_plan(Output& output, const workflow::RunPlan& plan, std::string_view verb) {
  for (const auto& one : plan.migrations) {
    std::string line = "would " + std::string(verb) + " " + printable(one.migration->label());
    if (!one.script.transactional) line += " (without a transaction)";
    if (one.first_statement > 0) {
      line += ", from statement " + std::to_string(one.first_statement + 1) + " on";
    }
    output.result_line(line);
  }
}

std::string state_line(const workflow::HistoryView& view) {
  const auto* newest = view.newest();
  if (newest == nullptr) return "at the base schema version";
  return "at version " + printable(newest->version.text());
}

// What ran, what did not, and where the database stands now.
ExitCode finish(Context& context, migrations::History& history, const workflow::RunResult& result,
                std::string_view done) {
  Output& output = context.output();
  // Notes were shown when the run was planned.
  Diagnostics errors;
  for (const Diagnostic& one : result.diagnostics.all()) {
    if (one.severity() == Severity::error) errors.add(one);
  }
  output.diagnostics(errors);
  if (!result.ok() && result.finished == 0 && result.planned == 0) return code_of(result.refused);
  const workflow::HistoryView view = workflow::read_history(context.migrations_folder(), history);
  const std::string text = counted(result.finished) + " " + std::string(done);
  if (result.ok()) {
    output.result_line(text + ", " + state_line(view));
    return ExitCode::clean;
  }
  output.error(text + ", " + std::to_string(result.planned - result.finished) + " not; " +
               state_line(view));
  return code_of(result.refused);
}

}  // namespace

std::function<std::string(const std::string&)> positive_number() {
  return [](const std::string& text) -> std::string {
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    const bool zero = text.find_first_not_of('0') == std::string::npos;
    return digits && !zero ? "" : "\"" + printable(text) + "\" is not a number from 1 on";
  };
}

void add_migrate_flags(CLI::App& app, MigrateFlags& flags) {
  app.add_flag("--dry-run", flags.dry_run, "Only say what would run");
  app.add_flag("-y,--yes", flags.yes, "Do not ask, also where the environment is protected");
  app.add_option("--lock-wait", flags.lock_wait,
                 "How long to wait for another run of pgplumb (default: 60s)")
      ->type_name("TIME");
  const auto policies = CLI::IsMember({"error", "ignore"});
  app.add_option("--changed", flags.changed,
                 "What to do about applied files that were changed: error or ignore")
      ->check(policies)
      ->type_name("POLICY");
}

std::optional<milliseconds> parse_wait(const std::string& text) {
  if (!is_duration(text)) return std::nullopt;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto number = std::stoll(text.substr(0, digits));
  const std::string unit = text.substr(digits);
  if (unit == "ms") return milliseconds(number);
  if (unit == "min") return std::chrono::minutes(number);
  if (unit == "h") return std::chrono::hours(number);
  if (unit == "d") return std::chrono::hours(24 * number);
  return std::chrono::seconds(number);
}

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

ExitCode migrate_up(Context& context, const workflow::UpRequest& request,
                    const MigrateFlags& flags) {
  Output& output = context.output();
  const workflow::MigrateOptions options = options_of(context, flags);
  pg::Session session = context.connect();
  migrations::History history(session, context.configuration().history);
  const workflow::HistoryView view = workflow::read_history(options.folder, history);
  const workflow::RunPlan plan = workflow::plan_up(view, request, options.policies);
  output.diagnostics(plan.diagnostics);
  if (plan.diagnostics.has_errors()) return code_of(plan.refused);
  if (plan.migrations.empty()) {
    output.result_line(view.files.empty() ? "Already up to date: there are no migrations"
                                          : "Already up to date");
    return ExitCode::clean;
  }
  if (flags.dry_run) {
    print_plan(output, plan, "apply");
    return ExitCode::clean;
  }
  confirm(context, session, "apply " + counted(plan.migrations.size()), flags.yes);
  if (context.settings().require_verify) require_clean(context, session, flags.allow_unknown);
  Progress progress(output, session);
  const auto result = workflow::run_up(session, history, request, options, progress);
  if (result.ok() && result.planned == 0) {
    output.result_line("Already up to date: another run was faster");
    return ExitCode::clean;
  }
  return finish(context, history, result, "applied");
}

ExitCode migrate_down(Context& context, const workflow::DownRequest& request,
                      const MigrateFlags& flags) {
  Output& output = context.output();
  const workflow::MigrateOptions options = options_of(context, flags);
  pg::Session session = context.connect();
  migrations::History history(session, context.configuration().history);
  const workflow::HistoryView view = workflow::read_history(options.folder, history);
  const workflow::RunPlan plan = workflow::plan_down(view, request, options.policies);
  output.diagnostics(plan.diagnostics);
  if (plan.diagnostics.has_errors()) return code_of(plan.refused);
  if (plan.migrations.empty()) {
    output.result_line(view.applied.empty() ? "Already at the base schema version"
                                            : "Already there: nothing to revert");
    return ExitCode::clean;
  }
  if (flags.dry_run) {
    print_plan(output, plan, "revert");
    return ExitCode::clean;
  }
  confirm(context, session, "revert " + counted(plan.migrations.size()), flags.yes);
  Progress progress(output, session);
  const auto result = workflow::run_down(session, history, request, options, progress);
  return finish(context, history, result, "reverted");
}

}  // namespace pgplumb::cli
