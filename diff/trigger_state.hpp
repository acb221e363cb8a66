// Triggers switched on and off: those that people make, and those by which the server checks keys
// and foreign keys.
#pragma once

#include "diff/action.hpp"
#include "diff/scope.hpp"
#include "schema/kinds/constraint.hpp"
#include "schema/kinds/trigger.hpp"

namespace pgplumb::diff {

// For one that is there. Alone where copies of it, in partitions, shall be in another state.
[[nodiscard]] Action set_trigger(const ObjectId& trigger, TriggerEnabled enabled,
                                 const Scope& scope);

// For one that was just made, and all copies that were made with it.
[[nodiscard]] Action set_new_trigger(const ObjectId& trigger, TriggerEnabled enabled);

// Whether the statement that sets the state of the original, in the same plan, sets this copy's.
[[nodiscard]] bool is_set_with_original(const ObjectId& copy, const Scope& scope);

// A copy that the server has just made is in the state of its original. Nothing where it shall be.
[[nodiscard]] Actions set_new_copy(const ObjectId& copy, const Scope& scope);

// The checks of a constraint have no names that a statement could use: ALTER TABLE … TRIGGER ALL,
// and the table's own triggers put back to what they should be. Impossible where the table's checks
// differ among themselves. Nothing where the two agree.
[[nodiscard]] Actions set_constraint_triggers(const ObjectId& id, const Constraint& current,
                                              const Constraint& desired, const Scope& scope);

}  // namespace pgplumb::diff
