// An operator class: pg_opclass, with the members of its family that it can't do without.
// Identity: namespace, name, access method (ObjectId::member).
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/kinds/operator_family.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct OperatorClass {
  TypeRef type;
  bool is_default = false;
  QualifiedName family;
  TypeRef storage;  // empty = `type`
  FamilyMembers members;

  static constexpr std::tuple fields{
      field<&OperatorClass::type>("type"), field<&OperatorClass::is_default>("default"),
      field<&OperatorClass::family>("family"), field<&OperatorClass::storage>("storage"),
      field<&OperatorClass::members>("members")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, OperatorClass>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  visit.operator_family(self.family, Identifier(id.member));
  visit_family_members(self.members, visit);
  visit.type(self.type);
  if (!self.storage.empty()) visit.type(self.storage);
}

}  // namespace pgplumb
