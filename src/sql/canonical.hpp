// One spelling for what is provably the same: layers 1 (trees) and 2 (types) of the canonical form.
#pragma once

#include <optional>

#include "schema/catalog.hpp"
#include "schema/expression.hpp"

namespace pgplumb::sql {

// Fills expression.canonical, .closed and .references from .text under .search_path (fully
// qualified when null), with the names that `catalog` holds. `canonical` is the text that a server
// would print with an empty search path as far as that is known, in one layout; when `closed` it is
// valid SQL. For a view query also expands `*` and names the output columns: see view_columns.
// Never throws for odd input: what can't be parsed or resolved stays open.
void canonicalize(Expression& expression, const ExpressionContext& context, const Catalog& catalog);

// Every expression of one object, with the rest of the kind's normal form that needs names
// (default operator classes and collations dropped, storage equal to the type's default …).
void canonicalize(Catalog& catalog, const ObjectId& id);

// Every object. Both sides of a comparison must have gone through this.
void canonicalize_all(Catalog& catalog);

// Output column names and types of a view's query, as far as they can be told; an empty TypeRef
// where the type is not known. Empty when not even the names are known.
struct OutputColumn {
  Identifier name;
  TypeRef type;  // empty: not known
  // Empty: the type's own. Nothing: not known.
  std::optional<QualifiedName> collation = QualifiedName();
};
[[nodiscard]] std::vector<OutputColumn> output_columns(const Expression& query,
                                                       const Catalog& catalog);

// Whether an expression of one type may be cast to the other, explicitly. True also where a type is
// not known: then nobody can say that it may not.
[[nodiscard]] bool has_cast(const TypeRef& source, const TypeRef& target, const Catalog& catalog);

}  // namespace pgplumb::sql
