// Which EXCEPTION handler takes an error.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "parse/plpgsql_tree.hpp"

namespace pgplumb::parse {

// The first handler for that error; `failure` is nothing for RAISE EXCEPTION.
[[nodiscard]] const PlHandler* handler_for(const std::vector<PlHandler>& handlers,
                                           const std::optional<DiagnosticCode>& failure);

// Whether the handler also takes errors that rows can cause (unique_violation, others …).
[[nodiscard]] bool catches_data_errors(const PlHandler& handler);

}  // namespace pgplumb::parse
