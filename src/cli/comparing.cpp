#include "cli/comparing.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "report/json_report.hpp"
#include "report/text_report.hpp"

namespace pgplumb::cli {

void add_report_options(CLI::App& app, ReportOptions& options) {
  app.add_option("--format", options.format, "text (default) or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  app.add_flag("--allow-unknown", options.allow_unknown,
               "What could not be told does not count as a difference");
  app.add_flag("--offline", options.offline,
               "Settle nothing by asking a server; what the text leaves open is unknown");
}

void print_comparison(Context& context, const report::ComparisonReport& report,
                      const ReportOptions& options) {
  context.output().diagnostics(report.diagnostics);
  context.output().result(options.format == "json" ? report::render_json(report)
                                                   : report::render_text(report));
}

ExitCode exit_code_of(const report::ComparisonReport& report, bool allow_unknown) {
  const auto& problems = report.diagnostics.all();
  const bool failed = std::any_of(problems.begin(), problems.end(), [](const Diagnostic& one) {
    return one.severity() == Severity::error && one.code != DiagnosticCode::history_changed;
  });
  if (failed) return ExitCode::failed;
  const bool history = report.diagnostics.count(DiagnosticCode::history_changed) > 0;
  const bool unknown = report.comparison.unknown > 0 && !allow_unknown;
  const bool differs = report.comparison.different > 0 || history || unknown;
  return differs ? ExitCode::differences : ExitCode::clean;
}

}  // namespace pgplumb::cli
