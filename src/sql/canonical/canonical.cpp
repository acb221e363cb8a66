#include "sql/canonical.hpp"

#include "sql/canonical/canonicaliser.hpp"
#include "sql/canonical/coercion.hpp"
#include "sql/canonical/normal_form.hpp"
#include "sql/canonical/view_columns.hpp"
#include "sql/catalog_names.hpp"

namespace pgplumb::sql {

void canonicalize(Expression& expression, const ExpressionContext& context,
                  const Catalog& catalog) {
  canon::Symbols symbols(catalog);
  canon::canonicalize_with(symbols, expression, context);
}

void canonicalize(Catalog& catalog, const ObjectId& id) {
  canon::Symbols symbols(catalog);
  if (Object* object = catalog.find(id)) canon::normalize(symbols, id, *object);
}

void canonicalize_all(Catalog& catalog) {
  canon::Symbols symbols(catalog);
  catalog.for_each(
      [&](const ObjectId& id, Object& object) { canon::normalize(symbols, id, object); });
}

namespace {

std::vector<OutputColumn> output_columns_of(const Expression& query, canon::Symbols& symbols) {
  const canon::RelationColumns found = canon::query_columns(query, symbols);
  std::vector<OutputColumn> columns;
  if (!found.known) return columns;
  for (const canon::Column& column : found.columns) {
    OutputColumn& output = columns.emplace_back();
    output.name = Identifier(column.name);
    if (column.type == nullptr) continue;
    output.type.name = column.type->name;
    output.type.array = column.type->is_array;
    output.type.modifiers = column.modifiers;
    output.collation.reset();
    if (column.collation) output.collation = canon::collation_named(*column.collation);
  }
  return columns;
}

}  // namespace

std::vector<OutputColumn> output_columns(const Expression& query, const Catalog& catalog) {
  canon::Symbols symbols(catalog);
  return output_columns_of(query, symbols);
}

bool has_cast(const TypeRef& source, const TypeRef& target, const Catalog& catalog) {
  canon::Symbols symbols(catalog);
  const canon::TypeInfo* const from = symbols.types().find(source);
  const canon::TypeInfo* const to = symbols.types().find(target);
  return from == nullptr || to == nullptr ||
         canon::pathway(to, from, canon::CastContext::explicit_) != canon::Pathway::none;
}

CatalogNames::CatalogNames(Catalog& catalog) : catalog_(catalog) { forget_all(); }
CatalogNames::~CatalogNames() = default;

void CatalogNames::forget_all() {
  catalog_.record_changes();
  symbols_ = std::make_unique<canon::Symbols>(catalog_);
  followed_ = catalog_.changes().size();
}

void CatalogNames::forget(std::size_t first) {
  const std::vector<ObjectId>& changes = catalog_.changes();
  for (std::size_t at = first; at < changes.size(); ++at) {
    const bool repeated = at > first && changes[at].kind == ObjectKind::attribute &&
                          changes[at - 1].kind == ObjectKind::attribute &&
                          changes[at].qualified_name() == changes[at - 1].qualified_name();
    if (repeated) continue;  // another column of the same relation
    if (!symbols_->forget(changes[at])) return forget_all();
  }
  followed_ = changes.size();
}

canon::Symbols& CatalogNames::symbols() {
  // With fewer entries than before, somebody has settled the catalog.
  if (followed_ > catalog_.changes().size()) forget_all();
  forget(followed_);
  return *symbols_;
}

void CatalogNames::settle() {
  // Once more from the first: what was handed out may have been written after it was followed.
  forget(0);
  catalog_.settle();
  followed_ = 0;
}

void canonicalize(const ObjectId& id, Catalog& catalog, CatalogNames& names) {
  if (Object* object = catalog.find(id)) canon::normalize(names.symbols(), id, *object);
}

void canonicalize(Expression& expression, const ExpressionContext& context, CatalogNames& names) {
  canon::canonicalize_with(names.symbols(), expression, context);
}

std::vector<OutputColumn> output_columns(const Expression& query, CatalogNames& names) {
  return output_columns_of(query, names.symbols());
}

std::optional<QualifiedName> column_collation(const QualifiedName& relation,
                                              const Identifier& column, CatalogNames& names) {
  return canon::column_collation(names.symbols(), relation, column);
}

}  // namespace pgplumb::sql
