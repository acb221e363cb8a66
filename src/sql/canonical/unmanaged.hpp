// Aggregates and operators that the model does not hold: what their CREATE statements, or a
// server's names for them, tell about them.
#pragma once

#include <string>
#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb::sql::canon {

struct UnmanagedRoutine {
  bool is_operator = false;
  QualifiedName name;
  std::vector<TypeRef> arguments;  // operator: left (empty for a prefix operator), right
  TypeRef result;                  // empty: not known
};

// `complete` becomes false when one of them could not be understood.
[[nodiscard]] std::vector<UnmanagedRoutine> unmanaged_routines(const Catalog& catalog,
                                                               bool& complete);

}  // namespace pgplumb::sql::canon
