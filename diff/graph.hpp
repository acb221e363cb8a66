// One graph of all actions, sorted once. Knows no kind.
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.hpp"
#include "diff/action.hpp"
#include "diff/edges.hpp"

namespace pgplumb::diff {

// An action in its place, with what is folded into its statement, in printing order.
struct Step {
  std::size_t action = 0;
  std::vector<Step> folded;
};

// As close to the order of phases, weights and ids as the edges allow; independent of the order of
// `actions`. `targets`: see fold_targets; a part stays folded only where no edge forbids it.
// `wishes`: edges of which each counts as long as it makes no cycle with those before it.
// Fails with plan_cycle, whose notes list the members and the reasons of their edges.
[[nodiscard]] Result<std::vector<Step>> sorted(const std::vector<Action>& actions,
                                               const std::vector<Edge>& edges,
                                               std::vector<std::size_t> targets,
                                               const std::vector<Edge>& wishes = {});

}  // namespace pgplumb::diff
