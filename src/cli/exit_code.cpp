#include "cli/exit_code.hpp"

#include <algorithm>

namespace pgplumb::cli {

ExitCode code_of_errors(const Diagnostics& diagnostics) {
  const auto& all = diagnostics.all();
  const bool only_usage = std::all_of(all.begin(), all.end(), [](const Diagnostic& one) {
    return one.severity() != Severity::error || one.code == DiagnosticCode::configuration;
  });
  return diagnostics.has_errors() && only_usage ? ExitCode::usage : ExitCode::failed;
}

}  // namespace pgplumb::cli
