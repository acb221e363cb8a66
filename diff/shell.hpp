// Types that need functions which need the type: announced first, dropped all at once.
#pragma once

#include "diff/action.hpp"
#include "diff/scope.hpp"

namespace pgplumb::diff {

// The functions that the type is made of and that name it: they come and go with it.
[[nodiscard]] std::vector<ObjectId> support_functions(const ObjectId& type, const Catalog& state);
[[nodiscard]] bool is_support_function(const ObjectId& routine, const Catalog& state);

// CREATE TYPE name; unless the shell is there already.
[[nodiscard]] Actions announce_type(const ObjectId& type, const Scope& scope);
// With CASCADE where functions go along.
[[nodiscard]] Action drop_type(const ObjectId& type, const Scope& scope);
// Drops the type with its functions and makes all of them again.
[[nodiscard]] Actions replace_type(const ObjectId& type, const Scope& scope);

}  // namespace pgplumb::diff
