// ALTER EXTENSION … SET SCHEMA: what extensions have brought goes from one namespace to another.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>

#include "schema/catalog.hpp"
#include "schema/signature.hpp"

namespace pgplumb {

struct ExtensionMove {
  std::set<std::string> extensions;
  Identifier from;
  Identifier to;
};

enum class MovesAlong : std::uint8_t {
  no,
  yes,
  unsure,  // something else is called so, too; the types of its arguments decide
};

// Whether a qualified name of the state before the move means what goes along. A type's row is
// named like its relation.
[[nodiscard]] MovesAlong moves_along(const ExtensionMove& move, ExtensionMember::Kind kind,
                                     const QualifiedName& name, const Catalog& before);

// Rewrites an expression of the state before; sql's apply_move does it.
using MoveExpression = std::function<void(Expression&, const ExpressionContext&,
                                          const ExtensionMove&, const Catalog& before)>;

struct AfterMove {
  Catalog catalog;  // the extensions themselves still say where they were
  NewIds ids;       // of what is known by types that have moved, and of what privileges are about
  // What uses something that has moved, and that of it where names alone don't tell; ids of
  // `catalog`.
  std::set<ObjectId> users;
  std::set<ObjectId> unsure;
};

[[nodiscard]] AfterMove after_move(const Catalog& before, const ExtensionMove& move,
                                   const MoveExpression& move_expression);

}  // namespace pgplumb
