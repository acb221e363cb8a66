// Tables that are OF a composite type: ALTER TYPE … CASCADE changes their columns with it.
#pragma once

#include <vector>

#include "diff/scope.hpp"

namespace pgplumb::diff {

// Those that are of the type in both states.
[[nodiscard]] std::vector<ObjectId> typed_tables(const ObjectId& type, const Scope& scope);

// Whether the column's table is one of them.
[[nodiscard]] bool is_of_type(const ObjectId& column, const ObjectId& type, const Scope& scope);

}  // namespace pgplumb::diff
