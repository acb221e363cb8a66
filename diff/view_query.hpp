// What views and materialized views share.
#pragma once

#include <vector>

#include "diff/scope.hpp"
#include "diff/sql_writer.hpp"

namespace pgplumb::diff {

// "(a, b)" where the query does not say by itself that its columns are called so.
void write_view_columns(SqlWriter& sql, const Expression& query,
                        const std::vector<Identifier>& columns, const Scope& scope);

}  // namespace pgplumb::diff
