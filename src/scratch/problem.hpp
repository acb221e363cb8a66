// Why there is no scratch server.
#pragma once

#include <string>
#include <utility>

#include "base/diagnostic.hpp"

namespace pgplumb::scratch {

// What stands in the way of a scratch server, as every part of it reports it.
inline Diagnostic problem(std::string message) {
  return {DiagnosticCode::scratch_server, std::move(message), {}, {}};
}

}  // namespace pgplumb::scratch
