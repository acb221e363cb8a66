// Names that a query gives to a relation's columns: FROM relation AS alias (a, b).
#pragma once

#include <cstddef>
#include <vector>

#include "schema/catalog.hpp"
#include "schema/expression.hpp"

namespace pgplumb::sql {

// The column of `relation` at `position` (from 0) is dropped: its alias goes with it, so that those
// after it keep theirs. `catalog`: the state before. Whether the text has changed.
bool drop_column_alias(Expression& expression, const ExpressionContext& context,
                       const ObjectId& relation, std::size_t position, const Catalog& catalog);

// The columns of `relation` come to stand in another order, `now`: each keeps the name that the
// text gives to it. `catalog`: the state whose order the text counts by. False, and nothing has
// changed, where the text has `*`, or can't be read.
bool reorder_column_aliases(Expression& expression, const ExpressionContext& context,
                            const ObjectId& relation, const std::vector<Identifier>& now,
                            const Catalog& catalog);

}  // namespace pgplumb::sql
