// The normal form of objects that needs names: what equals the server's default is left out.
#pragma once

#include <optional>
#include <string>

#include "schema/catalog.hpp"
#include "sql/canonical/symbols.hpp"

namespace pgplumb::sql::canon {

// "C" or ns."x", as printed: without a namespace it is one of pg_catalog.
[[nodiscard]] QualifiedName collation_named(const std::string& printed);

// Of any relation's column; of an expression (""), as of a column whose type says it, empty.
// Nothing: not known.
[[nodiscard]] std::optional<QualifiedName> column_collation(Symbols& symbols,
                                                            const QualifiedName& relation,
                                                            const Identifier& column);

void normalize(Symbols& symbols, const ObjectId& id, Object& object);

}  // namespace pgplumb::sql::canon
