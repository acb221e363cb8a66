// The names of a catalog that changes, as expressions see them: kept from one canonicalisation to
// the next, as most changes touch few of them.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "schema/catalog.hpp"
#include "schema/expression.hpp"
#include "sql/canonical.hpp"

namespace pgplumb::sql {

namespace canon {
class Symbols;
}

class CatalogNames {
 public:
  // `catalog` must outlive it and records its changes from now on.
  explicit CatalogNames(Catalog& catalog);
  ~CatalogNames();
  CatalogNames(const CatalogNames&) = delete;
  CatalogNames& operator=(const CatalogNames&) = delete;

  // To be called when the whole catalog was assigned to, or its extension_contents changed without
  // a change of the extension.
  void forget_all();
  // To be called between statements: settles the catalog.
  void settle();

  // What is known, up to date with the catalog.
  [[nodiscard]] canon::Symbols& symbols();

 private:
  void forget(std::size_t first);

  Catalog& catalog_;
  std::unique_ptr<canon::Symbols> symbols_;
  std::size_t followed_ = 0;  // as many of the catalog's changes are known to symbols_
};

// As those of canonical.hpp; `names` must be those of `catalog`.
void canonicalize(const ObjectId& id, Catalog& catalog, CatalogNames& names);
void canonicalize(Expression& expression, const ExpressionContext& context, CatalogNames& names);
[[nodiscard]] std::vector<OutputColumn> output_columns(const Expression& query,
                                                       CatalogNames& names);
// The collation of a relation's column, also of a view's: empty: its type's own. Nothing: not
// known.
[[nodiscard]] std::optional<QualifiedName> column_collation(const QualifiedName& relation,
                                                            const Identifier& column,
                                                            CatalogNames& names);

}  // namespace pgplumb::sql
