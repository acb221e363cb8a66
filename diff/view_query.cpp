#include "diff/view_query.hpp"

#include <algorithm>
#include <set>

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

// The columns of a table that stays, as they stand after the plan: those that are added behind the
// present ones.
std::vector<Identifier> planned_order(const ObjectId& relation, const Scope& scope) {
  std::vector<Identifier> order;
  const auto add = [&](const ObjectId& column) {
    const Identifier name(column.member);
    if (std::ranges::find(order, name) == order.end()) order.push_back(name);
  };
  for (const ObjectId& column : scope.current.attributes_of(relation)) {
    if (!scope.is_dropped(column)) add(column);
  }
  for (const ObjectId& column : scope.desired.attributes_of(relation)) add(column);
  return order;
}

std::vector<Identifier> desired_order(const ObjectId& relation, const Scope& scope) {
  std::vector<Identifier> order;
  for (const ObjectId& column : scope.desired.attributes_of(relation)) {
    order.emplace_back(column.member);
  }
  return order;
}

// Whether columns that are added stand behind others that the desired state has after them, or
// present ones in another order.
bool comes_in_other_order(const ObjectId& relation, const Scope& scope) {
  if (relation.kind != ObjectKind::relation || scope.is_new(relation)) return false;
  if (scope.is_dropped(relation)) return false;
  return planned_order(relation, scope) != desired_order(relation, scope);
}

}  // namespace

Expression planned_query(const Expression& query, const Scope& scope) {
  std::set<ObjectId> reordered;
  for (const ObjectId& id : query.references) {
    if (comes_in_other_order(id, scope)) reordered.insert(id);
  }
  if (reordered.empty()) return query;
  Expression planned = query;
  const auto reorder = [&](const ObjectId& id) {
    return scope.options.reorder_aliases &&
           scope.options.reorder_aliases(planned, {ExpressionRole::view_query, {}, {}}, id,
                                         planned_order(id, scope), scope.desired);
  };
  if (std::ranges::all_of(reordered, reorder)) return planned;
  planned = query;
  if (!query.closed || query.canonical.empty()) return planned;
  planned.text = query.canonical;
  planned.search_path = nullptr;
  std::ranges::for_each(reordered, reorder);
  return planned;
}

}  // namespace pgplumb::diff
