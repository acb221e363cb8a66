// What views and materialized views share.
#pragma once

#include <vector>

#include "diff/scope.hpp"
#include "diff/sql_writer.hpp"

namespace pgplumb::diff {

// "(a, b)" where the query does not say by itself that its columns are called so.
void write_view_columns(SqlWriter& sql, const Expression& query,
                        const std::vector<Identifier>& columns, const Scope& scope);

// The query as a plan writes it. Names that an alias gives to a table's columns (FROM t AS a (x,
// y)) mean columns by their place: where the plan leaves them in another order than the desired
// state has, in that order.
[[nodiscard]] Expression planned_query(const Expression& query, const Scope& scope);

}  // namespace pgplumb::diff
