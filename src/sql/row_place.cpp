#include "sql/row_place.hpp"

namespace pgplumb::sql {

RowPlace row_place(const ::A_Indirection& access, std::size_t step) {
  if (const auto* column = PGPLUMB_NODE_AS(access.arg, ColumnRef)) return {column->location, step};
  if (const auto* call = PGPLUMB_NODE_AS(access.arg, FuncCall)) return {call->location, step};
  const auto* inner = PGPLUMB_NODE_AS(access.arg, A_Indirection);
  if (inner == nullptr) return {};
  return row_place(*inner, items<::Node>(inner->indirection).size() + step);
}

}  // namespace pgplumb::sql
