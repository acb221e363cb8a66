// A comparison for programs. The shape is documented in docs/json.md.
#pragma once

#include <string>

#include "report/comparison_report.hpp"

namespace pgplumb::report {

// One JSON object with a line feed at its end; always valid UTF-8.
[[nodiscard]] std::string render_json(const ComparisonReport& report);

}  // namespace pgplumb::report
