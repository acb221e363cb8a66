#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <optional>

#include "base/elapsed.hpp"
#include "base/kept.hpp"
#include "cli/commands.hpp"
#include "cli/comparing.hpp"
#include "cli/migrating.hpp"
#include "cli/verification.hpp"

namespace pgplumb::cli {
namespace {

struct VerifyOptions {
  ReportOptions report;
  std::string against;  // "" = the applied migrations
  // "error" or "ignore". Not given: the configuration's.
  std::optional<std::string> changed;
  std::optional<std::string> missing;
};

migrations::HistoryPolicies policies_of(const Context& context, const VerifyOptions& options) {
  migrations::HistoryPolicies policies = context.configuration().policies;
  override_policy(policies.changed, options.changed);
  override_policy(policies.missing, options.missing);
  return policies;
}

ExitCode verify_against(Context& context, const VerifyOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const workflow::StateSpec desired = context.state(options.against);
  const workflow::LiveState live{context.database()};
  workflow::Scratch scratch = context.scratch(options.report.offline);
  const workflow::ComparedStates states = workflow::compare_states(
      live, desired, context.compare_input(options.report.offline), scratch);
  const auto elapsed = elapsed_since(start);
  const std::string label = pg::mask_secrets(options.against);
  const report::ComparisonReport report{{"database " + live.url.database(), "the database", false},
                                        {label, label, false},
                                        states.comparison,
                                        states.current,
                                        states.desired,
                                        states.diagnostics,
                                        elapsed};
  print_comparison(context, report, options.report);
  return exit_code_of(report, options.report.allow_unknown);
}

std::string verdict_line(const Verification& verification, ExitCode code, bool differs) {
  const std::string applied = std::to_string(verification.applied) +
                              (verification.applied == 1 ? " migration" : " migrations");
  if (code == ExitCode::clean) {
    return "clean: " + verification.live.label + " is what its " + applied + " made";
  }
  return verification.live.label + (differs ? " is not what its " : " may not be what its ") +
         applied + " made";
}

ExitCode run_verify(Context& context, const VerifyOptions& options) {
  if (!options.against.empty()) return verify_against(context, options);
  pg::Session session = context.connect();
  const Verification& verification = kept_until_exit(
      verify_history(context, session, policies_of(context, options), options.report.offline));
  Output& output = context.output();
  if (verification.applied == 0) {
    output.message("nothing is applied: compared with an empty database");
  }
  const report::ComparisonReport report = verification.report();
  print_comparison(context, report, options.report);
  const ExitCode code = exit_code_of(report, options.report.allow_unknown);
  if (verification.pending > 0) {
    output.message(std::to_string(verification.pending) + " pending, not part of the comparison");
  }
  // Changed files count as well; what is only unknown may be right.
  const bool differs = exit_code_of(report, true) != ExitCode::clean;
  if (code != ExitCode::failed)
    output.message(printable(verdict_line(verification, code, differs)));
  return code;
}

}  // namespace

void add_verify(Program& program) {
  const auto options = std::make_shared<VerifyOptions>();
  CLI::App& app = program.add(
      "verify",
      "Compare the database with what its applied migrations say; exits with 2 when they differ",
      {}, [options](Context& context) { return run_verify(context, *options); });
  add_report_options(app, options->report);
  app.add_option("--against", options->against,
                 "Compare with this instead: schema, schema:PATH, migrations, "
                 "migrations:DIR[@VERSION] or a URL")
      ->type_name("STATE");
  const auto policies = CLI::IsMember({"error", "ignore"});
  app.add_option("--changed", options->changed,
                 "What to do about applied files that were changed: error or ignore")
      ->check(policies)
      ->type_name("POLICY");
  app.add_option("--missing", options->missing,
                 "What to do about applied migrations without a file: error or ignore")
      ->check(policies)
      ->type_name("POLICY");
}

}  // namespace pgplumb::cli
