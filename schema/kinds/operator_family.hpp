// An operator family: pg_opfamily, with the members that no operator class holds. Identity:
// namespace, name, access method (ObjectId::member).
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

// pg_amop.
struct FamilyOperator {
  int strategy = 0;
  TypeRef left;
  TypeRef right;
  QualifiedName operator_;
  QualifiedName sort_family;  // of btree; empty: it is for search

  static constexpr std::tuple fields{
      field<&FamilyOperator::strategy>("strategy"), field<&FamilyOperator::left>("left"),
      field<&FamilyOperator::right>("right"), field<&FamilyOperator::operator_>("operator"),
      field<&FamilyOperator::sort_family>("order_by")};
};

// pg_amproc.
struct FamilyFunction {
  int number = 0;
  TypeRef left;
  TypeRef right;
  QualifiedName function;
  std::vector<TypeRef> arguments;

  static constexpr std::tuple fields{
      field<&FamilyFunction::number>("number"), field<&FamilyFunction::left>("left"),
      field<&FamilyFunction::right>("right"), field<&FamilyFunction::function>("function"),
      field<&FamilyFunction::arguments>("arguments")};
};

struct FamilyMembers {
  std::vector<FamilyOperator> operators;  // by strategy and types
  std::vector<FamilyFunction> functions;  // by number and types

  static constexpr std::tuple fields{field<&FamilyMembers::operators>("operators"),
                                     field<&FamilyMembers::functions>("functions")};
};

// Brings the members into the order that both sides of a comparison have.
void sort_members(FamilyMembers& members);

struct OperatorFamily {
  FamilyMembers members;

  static constexpr std::tuple fields{field<&OperatorFamily::members>("members")};
  static constexpr bool ownable = true;
};

// An operator family or operator class of an access method.
[[nodiscard]] ObjectId method_object_id(ObjectKind kind, const QualifiedName& name,
                                        const Identifier& access_method);

template <typename Members, typename Visitor>
void visit_family_members(Members& members, Visitor& visit) {
  for (auto& entry : members.operators) {
    const TypeRef left = entry.left;
    const TypeRef right = entry.right;
    visit.operator_(entry.operator_, left, right);
    if (!entry.sort_family.empty()) visit.operator_family(entry.sort_family, Identifier("btree"));
    visit.type(entry.left);
    visit.type(entry.right);
  }
  for (auto& entry : members.functions) {
    const std::vector<TypeRef> arguments = entry.arguments;
    visit.function(entry.function, arguments);
    visit.type(entry.left);
    visit.type(entry.right);
    for (auto& type : entry.arguments) visit.type(type);
  }
}

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, OperatorFamily>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  Identifier method(id.member);
  visit.access_method(method);
  visit_family_members(self.members, visit);
}

}  // namespace pgplumb
