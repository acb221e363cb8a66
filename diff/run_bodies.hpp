// Bodies that the statements of a plan run themselves, as a generated column, a materialized view
// or an event trigger does. Those that are only text need what they name when they are run, and no
// sooner.
#pragma once

#include <vector>

#include "diff/action.hpp"
#include "diff/edges.hpp"
#include "diff/scope.hpp"

namespace pgplumb::diff {

// What such bodies name comes before what runs them, and so does the new body of an event trigger's
// function. Words are taken for names, so that an edge may
// be needless: it counts only where the order allows it.
[[nodiscard]] std::vector<Edge> edges_of_run_bodies(const std::vector<Action>& actions,
                                                    const Scope& scope);

}  // namespace pgplumb::diff
