// What stays when something goes that it depends on.
#pragma once

#include <vector>

#include "diff/scope.hpp"

namespace pgplumb::diff {

// The views on `gone`: one that reads something else afterwards may not be able to wait for that
// before `gone` is dropped, and is made anew.
[[nodiscard]] std::vector<ObjectId> readers_of(const ObjectId& gone, const Scope& scope);

// Objects that depend on `gone`, whose name something else has in the desired state: they mean that
// afterwards, with not a word changed, and have to be made anew. None where nothing has the name.
[[nodiscard]] std::vector<ObjectId> heirs_of(const ObjectId& gone, const Scope& scope);

}  // namespace pgplumb::diff
