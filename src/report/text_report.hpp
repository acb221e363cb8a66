// A comparison for people.
#pragma once

#include <string>

#include "report/comparison_report.hpp"

namespace pgplumb::report {

// One line for each differing field and each extra or missing object, then what could not be told,
// what is unmanaged or opaque, and the summary. Diagnostics are left to the caller. Every line is
// printable and ends with a line feed.
[[nodiscard]] std::string render_text(const ComparisonReport& report);

// "120 objects: 118 equal, 2 different, 0 unknown, 1 unmanaged".
[[nodiscard]] std::string summary_of(const ComparisonReport& report);

}  // namespace pgplumb::report
