// An operator: pg_operator. Identity: namespace, name, operand types.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct Operator {
  TypeRef left;  // empty: a prefix operator
  TypeRef right;
  // Empty: a shell, which the server makes for a commutator or negator that is still to come.
  QualifiedName function;
  // What it returns, empty where the text does not tell. Not a field: it follows from `function`.
  TypeRef result;
  QualifiedName commutator;  // of the operands the other way round
  QualifiedName negator;     // of the same operands
  QualifiedName restrict_estimator;
  QualifiedName join_estimator;
  bool hashes = false;
  bool merges = false;

  static constexpr std::tuple fields{
      field<&Operator::left>("left"),           field<&Operator::right>("right"),
      field<&Operator::function>("function"),   field<&Operator::commutator>("commutator"),
      field<&Operator::negator>("negator"),     field<&Operator::restrict_estimator>("restrict"),
      field<&Operator::join_estimator>("join"), field<&Operator::hashes>("hashes"),
      field<&Operator::merges>("merges")};
  static constexpr bool ownable = true;
};

// ObjectId::member of an operator: "integer, text"; "NONE, text" for a prefix operator.
[[nodiscard]] std::string operands_key(const TypeRef& left, const TypeRef& right);
[[nodiscard]] ObjectId operator_id(const QualifiedName& name, const TypeRef& left,
                                   const TypeRef& right);

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Operator>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  const TypeRef left = self.left;
  const TypeRef right = self.right;
  if (!self.function.empty()) {
    if (left.empty()) {
      visit.function(self.function, {right});
    } else {
      visit.function(self.function, {left, right});
    }
  }
  // The server makes what it does not find, so nothing has to be there first.
  if (!self.commutator.empty()) visit.linked_operator(self.commutator, right, left);
  if (!self.negator.empty()) visit.linked_operator(self.negator, left, right);
  if (!self.restrict_estimator.empty()) visit.routine(self.restrict_estimator);
  if (!self.join_estimator.empty()) visit.routine(self.join_estimator);
  if (!left.empty()) visit.type(self.left);
  visit.type(self.right);
  if (!self.result.empty()) visit.type(self.result);
}

}  // namespace pgplumb
