// What is wrong with what a user has configured.
#pragma once

#include <string>
#include <utility>

#include "base/diagnostic.hpp"

namespace pgplumb::cli {

// What is wrong with the configuration, the environment or a URL; `span` where a file says it.
inline Diagnostic configuration_problem(std::string message, const SourceSpan& span = {}) {
  return {DiagnosticCode::configuration, std::move(message), span, {}};
}

}  // namespace pgplumb::cli
