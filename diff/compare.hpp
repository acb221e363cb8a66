// Two states, side by side. Knows no kind.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "base/diagnostic.hpp"
#include "diff/change.hpp"
#include "schema/catalog.hpp"
#include "schema/expression.hpp"
#include "schema/extension_move.hpp"

namespace pgplumb::diff {

struct Comparison {
  // Objects of both states together; parts of a created or dropped object count with it as one.
  std::size_t objects = 0;
  std::size_t equal = 0;
  std::size_t different = 0;
  std::size_t unknown = 0;
  // Everything that is not equal, sorted by id; renames first. Parts of created and dropped objects
  // are here too (see Change::folded_into).
  std::vector<Change> changes;
  // What a server could settle (fill Expression::canonical on both sides, then compare again).
  std::vector<Unknown> unknowns;

  // Nothing differs and nothing is unknown.
  [[nodiscard]] bool same() const { return different == 0 && unknown == 0; }
};

// Rewrites an expression of the current state as the server would after the rename; sql's
// apply_rename does it. `state` is the state before the rename.
using RenameExpression = std::function<void(Expression&, const ExpressionContext&,
                                            const RenameHint&, const Catalog& state)>;

struct CompareOptions {
  std::vector<RenameHint> renames;
  // Unset: expressions that use a renamed object are unknown.
  RenameExpression rename_expression;
  // Unset: what uses an extension that is to stand in another namespace differs as well.
  MoveExpression move_expression;
};

// Both states canonical and, where the two come from text and a server, reconciled
// (schema/catalog_pair.hpp). Renames whose `before` is missing in `current`, or whose `after`
// is missing in `desired`, are ignored: see unusable_renames.
[[nodiscard]] Comparison compare(const Catalog& current, const Catalog& desired,
                                 const CompareOptions& options = {});

// The hints that can't apply, each with the reason as a diagnostic.
[[nodiscard]] Diagnostics unusable_renames(const Catalog& current, const Catalog& desired,
                                           const std::vector<RenameHint>& renames);

}  // namespace pgplumb::diff
