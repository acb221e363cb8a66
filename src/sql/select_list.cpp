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

struct Parts {
  std::vector<std::string> columns;  // sorted
  std::string rest;
  bool operator==(const Parts&) const = default;
};

std::optional<Parts> parts_of(std::string_view query) {
  const Fragment fragment(query, FragmentKind::query);
  const auto* select = PGPLUMB_NODE_AS(fragment.node(), SelectStmt);
  if (select == nullptr || select->op != SETOP_NONE || select->valuesLists != nullptr) {
    return std::nullopt;
  }
  Parts parts;
  for (const ResTarget* target : items<ResTarget>(select->targetList)) {
    parts.columns.push_back(deparse_expression(target->val) + " AS " + text_of(target->name));
  }
  std::sort(parts.columns.begin(), parts.columns.end());
  SelectStmt rest = *select;
  rest.targetList = nullptr;
  parts.rest = deparse_query(reinterpret_cast<const Node*>(&rest));
  return parts;
}

}  // namespace

bool differ_in_column_order(std::string_view one, std::string_view other) {
  if (one == other) return false;
  const auto first = parts_of(one);
  return first && first == parts_of(other);
}

}  // namespace pgplumb::sql
