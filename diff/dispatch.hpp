// The rules behind one door: from an object of any kind to its kind's functions.
#pragma once

#include <vector>

#include "diff/action.hpp"
#include "diff/change.hpp"
#include "diff/scope.hpp"

namespace pgplumb::diff {

[[nodiscard]] Actions create_actions(const ObjectId& id, const Scope& scope);
[[nodiscard]] Actions drop_actions(const ObjectId& id, const Scope& scope);
// `fields`: indexes of the fields to change.
[[nodiscard]] Actions alter_actions(const ObjectId& id, const std::vector<std::size_t>& fields,
                                    const Scope& scope);
[[nodiscard]] Actions rename_actions(const RenameHint& hint, const Scope& scope);

}  // namespace pgplumb::diff
