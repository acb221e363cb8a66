// The keys that queries rest on without a word about their columns.
#pragma once

#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb::diff {

// `found` is what the object needs otherwise: its tables and their columns are among it. Added are
// the primary keys that it may group by, and the constraints that its INSERTs name for a conflict.
void add_keys_of_queries(const Catalog& catalog, const ObjectId& id, std::vector<ObjectId>& found);

}  // namespace pgplumb::diff
