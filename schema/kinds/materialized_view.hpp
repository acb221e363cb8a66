// A materialized view: pg_class.relkind = 'm'.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct MaterializedView {
  Expression query;
  std::vector<Identifier> columns;   // output names, all of them; empty = not known from the text
  std::vector<std::string> options;  // "name=value", sorted (check_option, security_barrier …)
  Identifier access_method;          // empty = heap
  Identifier tablespace;
  bool populated = true;  // WITH NO DATA leaves it false; not compared

  static constexpr std::tuple fields{field<&MaterializedView::query>("query"),
                                     field<&MaterializedView::options>("options"),
                                     field<&MaterializedView::access_method>("access_method"),
                                     field<&MaterializedView::tablespace>("tablespace")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, MaterializedView>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  if (!self.access_method.empty()) visit.access_method(self.access_method);
  visit.expression(self.query, {ExpressionRole::view_query, id.qualified_name(), {}});
}

}  // namespace pgplumb
