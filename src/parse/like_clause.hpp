// LIKE table INCLUDING … within CREATE TABLE.
#pragma once

#include <vector>

#include "parse/column_definition.hpp"
#include "parse/replay.hpp"

struct TableLikeClause;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

// The columns that the clause stands for. A table that does not exist is reported.
[[nodiscard]] std::vector<ColumnDraft> like_columns(const ::TableLikeClause& clause,
                                                    const ObjectId& relation,
                                                    Persistence persistence, Replay& replay);
// Checks, indexes and comments, once the table is there.
void like_parts(const ::TableLikeClause& clause, const ObjectId& relation, Replay& replay);

}  // namespace pgplumb::parse
