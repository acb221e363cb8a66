// What an object names, kind by kind, for every use: dependency order, renames that ripple,
// canonicalisation of the expressions inside.
//
// Each kind has one `template <typename Self, typename Visitor> void visit_references(const
// ObjectId&, Self&, Visitor&)`; Self may be const. It calls the members of Visitor below.
// A visitor derives from ReferenceVisitor and hides (same name) what it wants to see.
#pragma once

#include <vector>

#include "schema/expression.hpp"
#include "schema/identifier.hpp"
#include "schema/object_id.hpp"
#include "schema/object_kind.hpp"
#include "schema/type_ref.hpp"

namespace pgplumb {

struct ReferenceVisitor {
  void space(auto& /*Identifier*/) {}
  void relation(auto& /*QualifiedName: table, view, sequence …*/) {}
  void index(auto& /*QualifiedName*/) {}
  // `relation` is where the column is; only the column is for renaming here.
  void attribute(const QualifiedName& /*relation*/, auto& /*Identifier*/) {}
  // A foreign key's other end: the primary key or unique constraint over exactly these columns.
  void key(const QualifiedName& /*relation*/, const auto& /*std::vector<Identifier>*/) {}
  void type(auto& /*TypeRef*/) {}
  void routine(auto& /*QualifiedName: every overload of that name*/) {}
  // The overload that is called with these types.
  void function(auto& /*QualifiedName*/, const std::vector<TypeRef>& /*arguments*/) {}
  void collation(auto& /*QualifiedName*/) {}
  void language(auto& /*Identifier*/) {}
  void access_method(auto& /*Identifier*/) {}
  // Parts of the visited object's id.
  void extension(const Identifier& /*name*/) {}
  void publication(const Identifier& /*name*/) {}
  void foreign_data_wrapper(auto& /*Identifier*/) {}
  void foreign_server(auto& /*Identifier*/) {}
  // `left` is empty for a prefix operator.
  void operator_(auto& /*QualifiedName*/, const TypeRef& /*left*/, const TypeRef& /*right*/) {}
  // The same for an operator that need not be there: a commutator, a negator.
  void linked_operator(auto& /*QualifiedName*/, const TypeRef&, const TypeRef&) {}
  void operator_class(auto& /*QualifiedName*/, const Identifier& /*access method*/) {}
  void operator_family(auto& /*QualifiedName*/, const Identifier& /*access method*/) {}
  // An object of a kind whose names stand in a namespace and of which nothing else tells them
  // apart.
  void named(ObjectKind, auto& /*QualifiedName*/) {}
  void role(auto& /*std::string; "" is PUBLIC or the default*/) {}
  // Who gave a part of the visited privileges, by a grant option on the same object.
  void grantor(const ObjectId& /*privileges*/, auto& /*std::string*/) {}
  void expression(auto& /*Expression*/, const ExpressionContext&) {}
};

}  // namespace pgplumb
