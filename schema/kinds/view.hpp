// A view: pg_class.relkind = 'v'.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct View {
  Expression query;
  std::vector<Identifier> columns;   // output names, all of them; empty = not known from the text
  std::vector<std::string> options;  // "name=value", sorted (check_option, security_barrier …)

  static constexpr std::tuple fields{field<&View::query>("query"),
                                     field<&View::options>("options")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, View>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  visit.expression(self.query, {ExpressionRole::view_query, id.qualified_name(), {}});
}

}  // namespace pgplumb
