// From sorted actions to statements: parts folded into their holders, transactions cut.
#pragma once

#include <vector>

#include "diff/action.hpp"
#include "diff/graph.hpp"
#include "diff/plan.hpp"

namespace pgplumb::diff {

// `in_transaction`: as PlanOptions has it.
[[nodiscard]] std::vector<Segment> write_segments(const std::vector<Action>& actions,
                                                  const std::vector<Step>& steps,
                                                  bool in_transaction);

}  // namespace pgplumb::diff
