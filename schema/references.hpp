// What an object names, kind by kind, for every use: dependency order, renames that ripple,
// canonicalisation of the expressions inside.
//
// Each kind has one `template <typename Self, typename Visitor> void visit_references(const
// ObjectId&, Self&, Visitor&)`; Self may be const. It calls the members of Visitor below.
// A visitor derives from ReferenceVisitor and hides (same name) what it wants to see.
#pragma once

#include "schema/expression.hpp"
#include "schema/identifier.hpp"
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
  void collation(auto& /*QualifiedName*/) {}
  void language(auto& /*Identifier*/) {}
  void access_method(auto& /*Identifier*/) {}
  // Part of the visited object's id.
  void publication(const Identifier& /*name*/) {}
  void operator_class(auto& /*QualifiedName*/) {}
  void role(auto& /*std::string; "" is PUBLIC or the default*/) {}
  void expression(auto& /*Expression*/, const ExpressionContext&) {}
};

}  // namespace pgplumb
