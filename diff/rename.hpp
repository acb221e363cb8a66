// Renames that the user has told about, applied to a state as if they had happened.
#pragma once

#include <optional>
#include <vector>

#include "diff/compare.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::diff {

// The hints that can apply: `before` is in the current state and `after` in the desired one.
[[nodiscard]] std::vector<RenameHint> usable_renames(const Catalog& current, const Catalog& desired,
                                                     const std::vector<RenameHint>& renames);

// The hints with `before` as the current state has it and `after` as it is when all of them are
// done: who renames a table and its column may say either under either of the table's names.
[[nodiscard]] std::vector<RenameHint> settled_renames(const Catalog& current,
                                                      const std::vector<RenameHint>& renames);

// The id under the new names.
[[nodiscard]] ObjectId renamed_id(const ObjectId& id, const std::vector<RenameHint>& renames);

// `catalog` with every id and every reference under the new names. Expressions that use a renamed
// object go through `rename_expression`, or become unknown without one. What is in the way of a
// rename is not in the result.
[[nodiscard]] Catalog renamed(const Catalog& catalog, const std::vector<RenameHint>& renames,
                              const RenameExpression& rename_expression);

// That, and extensions moved to where `desired` has them: what is left to compare and to plan.
// Nothing: that is `current` as it is.
[[nodiscard]] std::optional<Catalog> after_renames(const Catalog& current, const Catalog& desired,
                                                   const std::vector<RenameHint>& renames,
                                                   const CompareOptions& options);

}  // namespace pgplumb::diff
