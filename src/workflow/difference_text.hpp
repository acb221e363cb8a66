// Differences in words, where a report has no room for its tables.
#pragma once

#include <string>
#include <vector>

#include "diff/compare.hpp"

namespace pgplumb::workflow {

// One line for each change that is not folded into another: "table a differs; x is 1, wanted 2",
// "column a.b is missing", "index c is there and should not be".
[[nodiscard]] std::vector<std::string> difference_lines(const diff::Comparison& comparison);

}  // namespace pgplumb::workflow
