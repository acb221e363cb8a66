// A domain: pg_type.typtype = 'd'. Its checks are constraints whose subject is the domain.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct Domain {
  TypeRef type;  // base type
  bool not_null = false;
  QualifiedName collation;  // empty = the base type's own
  Expression default_value;

  static constexpr std::tuple fields{
      field<&Domain::type>("type"), field<&Domain::not_null>("not_null"),
      field<&Domain::collation>("collation"), field<&Domain::default_value>("default")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Domain>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  visit.type(self.type);
  if (!self.collation.empty()) visit.collation(self.collation);
  if (!self.default_value.empty()) {
    visit.expression(self.default_value, {ExpressionRole::domain_default, {}, self.type});
  }
}

}  // namespace pgplumb
