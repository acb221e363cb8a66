#include "cli/exit_code.hpp"

#include <algorithm>

namespace pgplumb::cli {

namespace {

bool has_only(const Diagnostics& diagnostics, DiagnosticCode code) {
  const auto& all = diagnostics.all();
  return diagnostics.has_errors() && std::all_of(all.begin(), all.end(), [&](const auto& one) {
           return one.severity() != Severity::error || one.code == code;
         });
}

}  // namespace

ExitCode code_of_errors(const Diagnostics& diagnostics) {
  if (has_only(diagnostics, DiagnosticCode::configuration)) return ExitCode::usage;
  if (has_only(diagnostics, DiagnosticCode::hazard_refused)) return ExitCode::refused;
  return ExitCode::failed;
}

}  // namespace pgplumb::cli
