// The copies that children have of a NOT VALID check: one that was there when the check came is not
// validated either, one that is made later has a valid copy.
#pragma once

#include <optional>
#include <vector>

#include "diff/action.hpp"
#include "diff/scope.hpp"

namespace pgplumb::diff {

// The NOT VALID check, of the desired state and not inherited itself, that `copy` has come from.
[[nodiscard]] std::optional<ObjectId> unvalidated_original(const ObjectId& copy,
                                                           const Scope& scope);

// A new table is made before the checks whose copies shall not be valid in it, and behind the
// others.
void order_among_checks(Action& create_table, const ObjectId& table, const Scope& scope);

// What has to be made anew so that `copy`, of a new table or valid until now, is not validated: the
// check, where it is there before, with all of its copies.
[[nodiscard]] std::vector<ObjectId> made_anew_for(const ObjectId& copy, const Scope& scope);

}  // namespace pgplumb::diff
