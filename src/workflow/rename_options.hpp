// Renames that the user states, in the form that compare and plan take them.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "diff/compare.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// With sql's rewriting of expressions, which diff can't include.
[[nodiscard]] diff::CompareOptions compare_options(std::vector<diff::RenameHint> renames);

// "[space.]relation.column=name", "[space.]relation=[space.]name" (any object in pg_class, types,
// routines by name; schemas, publications and the like): the left side as it is in `current`. Names
// with dots, signs of equality or quotes in them stand in double quotes. What names nothing in
// `current` is a configuration diagnostic.
[[nodiscard]] std::vector<diff::RenameHint> parse_renames(const std::vector<std::string>& texts,
                                                          const Catalog& current,
                                                          Diagnostics& diagnostics);

// The text that parse_renames reads as `hint`.
[[nodiscard]] std::string rename_text(const diff::RenameHint& hint);

// A directive stays in the schema after the rename was made; then it says nothing any more.
// `settled` as diff::settled_renames gives them.
[[nodiscard]] std::vector<diff::RenameHint> directives_that_apply(
    const std::vector<diff::RenameHint>& settled, const Catalog& current, const Catalog& desired);

// The same the other way round, for the way down.
[[nodiscard]] std::vector<diff::RenameHint> reversed(const std::vector<diff::RenameHint>& renames);

// Pairs of a dropped and a created column (same table, type and nullability) or table (same
// columns) that look like a rename: to be offered, never assumed. Only unambiguous pairs.
[[nodiscard]] std::vector<diff::RenameHint> likely_renames(const diff::Comparison& comparison,
                                                           const Catalog& current,
                                                           const Catalog& desired);

}  // namespace pgplumb::workflow
