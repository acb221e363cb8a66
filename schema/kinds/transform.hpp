// How a language sees values of a type: pg_transform. It has no name: the id's space and name are
// the type's, its member is the language's.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct Transform {
  QualifiedName from_sql;  // functions; empty: the language's ordinary way
  QualifiedName to_sql;

  static constexpr std::tuple fields{field<&Transform::from_sql>("from_sql"),
                                     field<&Transform::to_sql>("to_sql")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Transform>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  TypeRef type;
  type.name = id.qualified_name();
  visit.type(type);
  Identifier language(id.member);
  visit.language(language);
  if (!self.from_sql.empty()) visit.routine(self.from_sql);
  if (!self.to_sql.empty()) visit.routine(self.to_sql);
}

}  // namespace pgplumb
