// Names that pass between what an extension brings and objects of the model, as far as it is known
// what it brings.
#pragma once

#include <vector>

#include "diff/scope.hpp"

namespace pgplumb::diff {

// Of an extension that goes: the new objects that take a name of it.
[[nodiscard]] std::vector<ObjectId> takers_of_names(const ObjectId& extension, const Scope& scope);

// Of a new extension: the objects that go whose names it takes.
[[nodiscard]] std::vector<ObjectId> holders_of_names(const ObjectId& extension, const Scope& scope);

// Of an extension that goes: objects of the current state that call a function of it whose name is
// taken. They may say the same of the new one afterwards, and differ in nothing.
[[nodiscard]] std::vector<ObjectId> users_of_taken_names(const ObjectId& extension,
                                                         const Scope& scope);

// Whether `user` has to be made anew because it calls what takes the name of what goes, an
// extension or a function, and can't be there before that is gone.
[[nodiscard]] bool calls_successor(const ObjectId& user, const ObjectId& gone, const Scope& scope);

}  // namespace pgplumb::diff
