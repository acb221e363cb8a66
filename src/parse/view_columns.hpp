// Columns of views: not objects of their own, but output names of the query.
#pragma once

#include "parse/replay.hpp"

namespace pgplumb::parse {

// ALTER VIEW … RENAME COLUMN, for materialized views too.
void rename_view_column(const ObjectId& view, const Identifier& before, const Identifier& after,
                        Replay& replay);

}  // namespace pgplumb::parse
