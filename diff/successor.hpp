// What stays when something goes that it depends on.
#pragma once

#include <vector>

#include "diff/scope.hpp"

namespace pgplumb::diff {

// The views on `gone`: one that reads something else afterwards may not be able to wait for that
// before `gone` is dropped, and is made anew.
[[nodiscard]] std::vector<ObjectId> readers_of(const ObjectId& gone, const Scope& scope);

// Objects that depend on `gone` and stay, with not a word changed: they mean something else
// afterwards (what has its name, another overload, another key) and have to be made anew.
[[nodiscard]] std::vector<ObjectId> heirs_of(const ObjectId& gone, const Scope& scope);

// The same for those that change, too: a statement that alters them would still find `gone`, or
// leave them with it.
[[nodiscard]] bool clings_to(const ObjectId& user, const ObjectId& gone, const Scope& scope);

// What has to be made anew so that `id` can be: a generated column for its expression.
[[nodiscard]] ObjectId whole_of(const ObjectId& id, const Scope& scope);

// Whether another routine has the name of the one that goes. While both are there, a call may still
// mean the old one.
[[nodiscard]] bool has_other_overload(const ObjectId& gone, const Scope& scope);

}  // namespace pgplumb::diff
