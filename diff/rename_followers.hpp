// What a rename takes along: objects whose names the server made from the renamed name.
#pragma once

#include <vector>

#include "diff/compare.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::diff {

// The hints with those that follow from them. A column of a table that inherits from the table of a
// renamed column has the new name, too. A constraint, index or owned sequence of a renamed table or
// column follows when its name holds the name from before (orders_pkey), the desired state has it
// under the name made from the new one (purchases_pkey), and nothing else about it certainly
// differs.
[[nodiscard]] std::vector<RenameHint> with_followers(const Catalog& current, const Catalog& desired,
                                                     std::vector<RenameHint> renames,
                                                     const RenameExpression& rename_expression);

// The hints with those of identity columns whose sequence has another name in the desired state.
// For plans: the sequence can't be dropped and made again without its column.
[[nodiscard]] std::vector<RenameHint> with_identity_sequences(const Catalog& current,
                                                              const Catalog& desired,
                                                              std::vector<RenameHint> renames);

// The hints with those of indexes of partitioned tables that have another name in the desired
// state: the same indexes of partitions belong to both. For plans: these could not stay otherwise.
[[nodiscard]] std::vector<RenameHint> with_partitioned_indexes(const Catalog& current,
                                                               const Catalog& desired,
                                                               std::vector<RenameHint> renames);

}  // namespace pgplumb::diff
