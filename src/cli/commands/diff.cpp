#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>

#include "base/elapsed.hpp"
#include "cli/commands.hpp"
#include "cli/comparing.hpp"
#include "diff/plan.hpp"
#include "workflow/plan_options.hpp"
#include "workflow/rename_options.hpp"

namespace pgplumb::cli {
namespace {

struct DiffOptions {
  ReportOptions report;
  std::string current;
  std::string desired;
  bool sql = false;
};

// Hazards are comments here: printing a statement harms nobody.
ExitCode print_sql(Context& context, const workflow::ComparedStates& states, bool failed) {
  Output& output = context.output();
  output.diagnostics(states.diagnostics);
  if (failed) return ExitCode::failed;
  diff::PlanOptions options = workflow::plan_options(states.current.server_version);
  options.compare = workflow::compare_options(states.renames);
  options.in_transaction = false;  // who runs the text decides that
  const auto plan = diff::plan(states.current, states.desired, options);
  if (!plan) {
    output.diagnostic(plan.error());
    return ExitCode::failed;
  }
  output.result(diff::render_sql(*plan));
  return plan->empty() ? ExitCode::clean : ExitCode::differences;
}

ExitCode run_diff(Context& context, const DiffOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const workflow::StateSpec current = context.state(options.current);
  const workflow::StateSpec desired = context.state(options.desired);
  workflow::Scratch scratch = context.scratch(options.report.offline);
  const workflow::ComparedStates states = workflow::compare_states(
      current, desired, context.compare_input(options.report.offline), scratch);
  const auto elapsed = elapsed_since(start);
  const std::string current_label = pg::mask_secrets(options.current);
  const std::string desired_label = pg::mask_secrets(options.desired);
  const report::ComparisonReport report{{current_label, current_label, false},
                                        {desired_label, desired_label, false},
                                        states.comparison,
                                        states.current,
                                        states.desired,
                                        states.diagnostics,
                                        elapsed};
  const ExitCode code = exit_code_of(report, options.report.allow_unknown);
  if (options.sql) return print_sql(context, states, code == ExitCode::failed);
  print_comparison(context, report, options.report);
  return code;
}

}  // namespace

void add_diff(Program& program) {
  const auto options = std::make_shared<DiffOptions>();
  CLI::App& app = program.add(
      "diff",
      "Compare any two states; with --sql, print the statements that turn A into B\n\n"
      "A state is schema:PATH, migrations:DIR[@VERSION], a postgresql:// URL, or one of the\n"
      "configured ones: schema, migrations, live.",
      {}, [options](Context& context) { return run_diff(context, *options); });
  app.add_option("A", options->current, "The current state")->required()->type_name("STATE");
  app.add_option("B", options->desired, "The desired state")->required()->type_name("STATE");
  auto* format = app.add_flag("--sql", options->sql, "Print SQL instead of a report");
  add_report_options(app, options->report);
  format->excludes(app.get_option("--format"));
}

}  // namespace pgplumb::cli
