// Differences in words, where a report has no room for its tables.
#pragma once

#include <string>
#include <vector>

#include "diff/compare.hpp"

namespace pgplumb::workflow {

// "table a differs; x is 1, wanted 2", "column a.b is missing", "index c is there and should not
// be".
[[nodiscard]] std::string difference_line(const diff::Change& change);

// One line for each change that is not folded into another.
[[nodiscard]] std::vector<std::string> difference_lines(const diff::Comparison& comparison);

}  // namespace pgplumb::workflow
