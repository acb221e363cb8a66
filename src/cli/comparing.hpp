// What verify and diff share: the form of the report, and what it means for the exit code.
#pragma once

#include <string>

#include "cli/context.hpp"
#include "cli/exit_code.hpp"
#include "report/comparison_report.hpp"

namespace CLI {
class App;
}

namespace pgplumb::cli {

struct ReportOptions {
  std::string format = "text";
  bool allow_unknown = false;
  bool offline = false;
};

void add_report_options(CLI::App& app, ReportOptions& options);

// Prints the report on standard output; diagnostics on standard error.
void print_comparison(Context& context, const report::ComparisonReport& report,
                      const ReportOptions& options);

// failed: an error other than about the history; differences: anything different, a doubtful
// history, or something unknown unless that is allowed.
[[nodiscard]] ExitCode exit_code_of(const report::ComparisonReport& report, bool allow_unknown);

}  // namespace pgplumb::cli
