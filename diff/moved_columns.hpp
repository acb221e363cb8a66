// Columns that go while one of their name is meant on another table.
#pragma once

#include "diff/scope.hpp"

namespace pgplumb::diff {

// Whether `user` means a column of another table in the desired state by the bare name of `gone`:
// while both are there the name is ambiguous, or means the one that goes.
[[nodiscard]] bool means_another_column(const ObjectId& user, const ObjectId& gone,
                                        const Scope& scope);

}  // namespace pgplumb::diff
