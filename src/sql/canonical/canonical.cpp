#include "sql/canonical.hpp"

#include "sql/canonical/canonicaliser.hpp"
#include "sql/canonical/normal_form.hpp"
#include "sql/canonical/view_columns.hpp"

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
  std::vector<ObjectId> ids;
  ids.reserve(catalog.size());
  for (const auto& [id, object] : catalog.objects()) ids.push_back(id);
  for (const ObjectId& id : ids) canon::normalize(symbols, id, *catalog.find(id));
}

std::vector<OutputColumn> output_columns(const Expression& query, const Catalog& catalog) {
  canon::Symbols symbols(catalog);
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
  }
  return columns;
}

}  // namespace pgplumb::sql
