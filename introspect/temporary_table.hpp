// A temporary stand-in for a table of the model: the same columns, none of the rest.
#pragma once

#include <set>
#include <string>

#include "schema/catalog.hpp"

namespace pgplumb::introspect {

struct TemporaryTable {
  std::string columns;  // "a integer, b text COLLATE \"C\""; may be empty
  // False when the model does not hold the relation or not all of its columns could be taken: then
  // a refusal proves nothing.
  bool complete = false;
};

// Types in `missing` (as type_key gives them) do not exist on the server: their columns are left
// out.
[[nodiscard]] TemporaryTable temporary_table(const Catalog& model, const QualifiedName& relation,
                                             const std::set<std::string>& missing);

// The type as text that to_regtype understands, without modifiers; "" for built-in types.
[[nodiscard]] std::string type_key(const TypeRef& type);
// The keys of the types of all columns of `relation`.
[[nodiscard]] std::set<std::string> type_keys(const Catalog& model, const QualifiedName& relation);

// "PARTITION BY RANGE (a, (lower(b)))"; empty when the relation is not partitioned.
[[nodiscard]] std::string partition_clause(const Catalog& model, const QualifiedName& relation);

}  // namespace pgplumb::introspect
