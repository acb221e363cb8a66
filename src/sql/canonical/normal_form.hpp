// The normal form of objects that needs names: what equals the server's default is left out.
#pragma once

#include "schema/catalog.hpp"
#include "sql/canonical/symbols.hpp"

namespace pgplumb::sql::canon {

void normalize(Symbols& symbols, const ObjectId& id, Object& object);

}  // namespace pgplumb::sql::canon
