// A plan for people: what it does, what it locks and what can go wrong.
#pragma once

#include <string>

#include "diff/plan.hpp"

namespace pgplumb::report {

// One line for each statement, its locks and hazards indented below it. Empty for an empty plan.
[[nodiscard]] std::string render_plan(const diff::Plan& plan);

}  // namespace pgplumb::report
