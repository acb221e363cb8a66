// What an object grants from its first moment on.
#pragma once

#include "diff/action.hpp"
#include "diff/scope.hpp"

namespace pgplumb::diff {

// Takes back what default privileges of the current state give a new object and the desired state
// does not have. (Changes of default privileges run last.)
[[nodiscard]] Actions surplus_access(const ObjectId& subject, const Scope& scope);

}  // namespace pgplumb::diff
