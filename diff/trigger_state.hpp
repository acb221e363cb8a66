// Triggers switched on and off: those that people make, and those by which the server checks keys
// and foreign keys.
#pragma once

#include "diff/action.hpp"
#include "diff/scope.hpp"
#include "schema/kinds/constraint.hpp"
#include "schema/kinds/trigger.hpp"

namespace pgplumb::diff {

[[nodiscard]] Action set_trigger(const ObjectId& trigger, TriggerEnabled enabled);

// The checks of a constraint have no names that a statement could use: ALTER TABLE … TRIGGER ALL,
// and the table's own triggers put back to what they should be. Impossible where the table's checks
// differ among themselves. Nothing where the two agree.
[[nodiscard]] Actions set_constraint_triggers(const ObjectId& id, const Constraint& current,
                                              const Constraint& desired, const Scope& scope);

}  // namespace pgplumb::diff
