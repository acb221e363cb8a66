// Renames and moves that ripple into the text of expressions.
#pragma once

#include <string>

#include "schema/catalog.hpp"
#include "schema/expression.hpp"
#include "schema/extension_move.hpp"

namespace pgplumb::sql {

// What was renamed: an object (by its id before) or a column; `renamed` is the id afterwards (its
// namespace may differ as well: SET SCHEMA).
struct Rename {
  ObjectId before;
  ObjectId after;
};

// Rewrites text and canonical form of `expression` where it refers to `rename.before`, as the
// server's stored tree would print afterwards. `catalog` is the state before the rename. When the
// text does not tell whether a name means the renamed object, the expression is left open.
void apply_rename(Expression& expression, const ExpressionContext& context, const Rename& rename,
                  const Catalog& catalog);

// The same for what extensions take along. An expression with a canonical form has that as its text
// afterwards, where something in it moved: what it names is nowhere that its text would look.
void apply_move(Expression& expression, const ExpressionContext& context, const ExtensionMove& move,
                const Catalog& catalog);

}  // namespace pgplumb::sql
