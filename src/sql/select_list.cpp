#include "sql/select_list.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "sql/deparse.hpp"
#include "sql/fragment.hpp"
#include "sql/tree.hpp"

namespace pgplumb::sql {
namespace {

std::string text_of_column(const ListCell& cell) {
  const auto* target = static_cast<const ResTarget*>(cell.ptr_value);
  return deparse_expression(target->val) + " AS " + text_of(target->name);
}

// The query with its columns in the order of their texts. Not without them: DISTINCT is written
// only where there are some.
std::optional<std::string> with_sorted_columns(std::string_view query) {
  const Fragment fragment(query, FragmentKind::query);
  const auto* select = PGPLUMB_NODE_AS(fragment.node(), SelectStmt);
  if (select == nullptr || select->op != SETOP_NONE || select->valuesLists != nullptr ||
      select->targetList == nullptr) {
    return std::nullopt;
  }
  List columns = *select->targetList;
  std::vector<ListCell> cells(columns.elements, columns.elements + columns.length);
  std::sort(cells.begin(), cells.end(), [](const ListCell& one, const ListCell& other) {
    return text_of_column(one) < text_of_column(other);
  });
  columns.elements = cells.data();
  SelectStmt sorted = *select;
  sorted.targetList = &columns;
  return deparse_query(reinterpret_cast<const Node*>(&sorted));
}

}  // namespace

bool differ_in_column_order(std::string_view one, std::string_view other) {
  if (one == other) return false;
  const auto first = with_sorted_columns(one);
  return first && first == with_sorted_columns(other);
}

}  // namespace pgplumb::sql
