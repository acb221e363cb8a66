// DEPENDS ON EXTENSION: what the server forgets, and what goes with an extension.
#pragma once

#include <string>
#include <vector>

#include "schema/object_id.hpp"

namespace pgplumb::parse {

class Replay;

// CREATE OR REPLACE and the new type of an indexed column leave no such dependency of the object.
void forget_extension_dependencies(const ObjectId& subject, Replay& replay);

// The objects that depend on the extension.
[[nodiscard]] std::vector<ObjectId> dependents_of_extension(const std::string& extension,
                                                            const Replay& replay);

}  // namespace pgplumb::parse
