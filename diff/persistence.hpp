// SET LOGGED and SET UNLOGGED. No logged table may refer to an unlogged one, at any moment.
#pragma once

#include "diff/action.hpp"
#include "diff/scope.hpp"
#include "schema/kinds/relation.hpp"

namespace pgplumb::diff {

// In the order that the foreign keys between tables ask for that change alike: those that refer to
// others become unlogged before these, and logged after them. Keys that run in a circle are made
// anew.
[[nodiscard]] Actions change_persistence(const ObjectId& id, const Relation& desired,
                                         const Scope& scope);

}  // namespace pgplumb::diff
