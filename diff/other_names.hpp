// Constraints and indexes that differ in nothing but their names.
#pragma once

#include <vector>

#include "diff/change.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::diff {

// The hints with those of constraints and indexes that the desired state has under another name:
// all else about them is certainly equal, and no other of their table is like them. For plans: no
// row can be lost by it, and to build them anew would lock the table. Left alone is what tables
// have from each other (parents, children, partitions) and whatever a hint speaks of already.
[[nodiscard]] std::vector<RenameHint> with_other_names(const Catalog& current,
                                                       const Catalog& desired,
                                                       std::vector<RenameHint> renames);

}  // namespace pgplumb::diff
