// The default or generation expression of a column: pg_attrdef.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct AttributeDefault {
  Expression expression;
  // Copied from the column, so that the expression can be resolved without it.
  TypeRef type;
  bool generated = false;

  static constexpr std::tuple fields{field<&AttributeDefault::expression>("expression")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, AttributeDefault>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  visit.expression(self.expression,
                   {self.generated ? ExpressionRole::generated : ExpressionRole::default_value,
                    id.qualified_name(), self.type});
}

}  // namespace pgplumb
