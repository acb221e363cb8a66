// Extensions that stand in another namespace in the desired state. What uses them goes on using
// them when they move, so it is compared as it is afterwards.
#pragma once

#include <vector>

#include "schema/catalog.hpp"
#include "schema/extension_move.hpp"

namespace pgplumb::diff {

// Whether ALTER EXTENSION … SET SCHEMA leads there and it is known what goes along.
[[nodiscard]] bool moves_extension(const ObjectId& id, const Catalog& current,
                                   const Catalog& desired);

// The moves that lead to `desired`. Those with the same way go together: their operators share
// their names.
[[nodiscard]] std::vector<ExtensionMove> extension_moves(const Catalog& current,
                                                         const Catalog& desired);

}  // namespace pgplumb::diff
