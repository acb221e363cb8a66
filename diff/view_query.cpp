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

namespace {

// Whether columns that are added stand behind others that the desired state has after them, or
// present ones in another order.
bool comes_in_other_order(const ObjectId& relation, const Scope& scope) {
  if (relation.kind != ObjectKind::relation || scope.is_new(relation)) return false;
  if (scope.is_dropped(relation)) return false;
  const auto wanted = scope.desired.attributes_of(relation);
  std::vector<ObjectId> order;
  for (const ObjectId& column : scope.current.attributes_of(relation)) {
    if (!scope.is_dropped(column)) order.push_back(column);
  }
  for (const ObjectId& column : wanted) {
    if (std::ranges::find(order, column) == order.end()) order.push_back(column);
  }
  return order != wanted;
}

}  // namespace

Expression planned_query(const Expression& query, const Scope& scope) {
  const auto other_order = [&](const ObjectId& id) { return comes_in_other_order(id, scope); };
  if (!query.closed || query.canonical.empty()) return query;
  if (std::ranges::none_of(query.references, other_order)) return query;
  Expression planned = query;
  planned.text = query.canonical;
  planned.search_path = nullptr;
  return planned;
}

}  // namespace pgplumb::diff
