// What differs only because something else does, shown and counted with that.
#pragma once

#include "diff/compare.hpp"

namespace pgplumb::diff {

// For reports of drift, not for plans: sets Change::folded_into and lowers the counts. What is
// missing in `current` together with something that it needs (the index of a missing column, the
// view of a missing table) goes with that. So does what is made in a schema that only `current`
// has, the same change in the partitions and heirs of a table, owner and persistence of a column's
// sequence with those of the table, and the sequence or expression of a column that is made
// otherwise (identity, generated). Altered objects are folded, too.
void fold_consequences(Comparison& comparison, const Catalog& current, const Catalog& desired);

// Counts `change`, which is one of `comparison`, with `whole`.
void fold(Comparison& comparison, Change& change, const ObjectId& whole);

}  // namespace pgplumb::diff
