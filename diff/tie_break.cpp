#include "diff/tie_break.hpp"

namespace pgplumb::diff {
namespace {

// Bodies that are only text may name anything, so their routines come behind tables and views as
// long as nothing needs them earlier.
int weight_of(const Action& action) {
  const int weight = facts_of(action.id.kind).weight;
  const int behind = facts_of(ObjectKind::materialized_view).weight + 1;
  return action.unchecked_body ? behind : weight;
}

int phase_of(const Action& action) {
  constexpr int kLast = static_cast<int>(Phase::make) + 1;
  return action.late ? kLast : static_cast<int>(action.phase);
}

}  // namespace

TieBreak tie_break(const Action& action) {
  const int weight = action.phase == Phase::drop ? -weight_of(action) : weight_of(action);
  return {phase_of(action), weight,    action.id.space, action.id.name,
          action.order,     action.id, action.text};
}

}  // namespace pgplumb::diff
