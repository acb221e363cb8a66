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

// ALTER VIEW … ALTER COLUMN … SET DEFAULT: what an INSERT into the view takes.
struct ViewDefault {
  Identifier column;
  TypeRef type;  // the column's, so that the expression can be resolved without the query
  Expression expression;

  static constexpr std::tuple fields{field<&ViewDefault::column>("column"),
                                     field<&ViewDefault::expression>("expression")};
};

struct View {
  Expression query;
  std::vector<Identifier> columns;    // output names, all of them; empty = not known from the text
  std::vector<std::string> options;   // "name=value", sorted (check_option, security_barrier …)
  std::vector<ViewDefault> defaults;  // by the names of their columns

  static constexpr std::tuple fields{field<&View::query>("query"), field<&View::options>("options"),
                                     field<&View::defaults>("defaults")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, View>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  visit.expression(self.query, {ExpressionRole::view_query, id.qualified_name(), {}});
  for (auto& value : self.defaults) {
    visit.attribute(id.qualified_name(), value.column);
    // As a domain's: no column can be named in it, and a stand-in needs no relation.
    visit.expression(value.expression, {ExpressionRole::domain_default, {}, value.type});
  }
}

}  // namespace pgplumb
