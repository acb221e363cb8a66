#include "diff/view_query.hpp"

#include <algorithm>

namespace pgplumb::diff {

void write_view_columns(SqlWriter& sql, const Expression& query,
                        const std::vector<Identifier>& columns, const Scope& scope) {
  // A server prints the names into the query.
  if (columns.empty() || query.from_server) return;
  if (scope.options.view_columns) {
    const auto said = scope.options.view_columns(query, scope.desired);
    const bool same =
        std::equal(said.begin(), said.end(), columns.begin(), columns.end(),
                   [](const ViewColumn& a, const Identifier& b) { return a.name == b; });
    if (same) return;
  }
  sql.names(columns);
}

}  // namespace pgplumb::diff
