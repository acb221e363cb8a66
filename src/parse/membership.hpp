// ALTER EXTENSION … ADD: objects of the text that an extension takes in.
#pragma once

#include <map>
#include <string>

#include "schema/catalog.hpp"

namespace pgplumb::parse {

using Members = std::map<ObjectId, std::string>;  // the extension of each

// An extension's members are no objects of the model: they leave `catalog` with what a server would
// show of them, and are left open there, so that nobody is told to drop them.
void fold_members(const Members& members, Catalog& catalog);

}  // namespace pgplumb::parse
