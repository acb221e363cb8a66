#include "introspect/temporary_table.hpp"

#include <optional>
#include <vector>

#include "schema/quote.hpp"
#include "sql/canonical.hpp"

namespace pgplumb::introspect {
namespace {

struct Column {
  Identifier name;
  TypeRef type;  // empty: not known
  QualifiedName collation;
};

const Expression* query_of(const Object& object) {
  if (const auto* view = std::get_if<View>(&object)) return &view->query;
  if (const auto* view = std::get_if<MaterializedView>(&object)) return &view->query;
  return nullptr;
}

// Nothing when the model does not know the relation's columns.
std::optional<std::vector<Column>> columns_of(const Catalog& model, const QualifiedName& relation) {
  const std::optional<ObjectId> id = model.find_class(relation);
  if (!id) return std::nullopt;
  std::vector<Column> columns;
  if (id->kind == ObjectKind::relation) {
    for (const ObjectId& attribute_id : model.attributes_of(*id)) {
      const Attribute* attribute = model.get<Attribute>(attribute_id);
      columns.push_back({Identifier(attribute_id.member), attribute->type, attribute->collation});
    }
    return columns;
  }
  const Expression* query = query_of(*model.find(*id));
  if (query == nullptr) return std::nullopt;
  for (const sql::OutputColumn& column : sql::output_columns(*query, model)) {
    columns.push_back({column.name, column.type, {}});
  }
  if (columns.empty()) return std::nullopt;
  return columns;
}

std::string column_definition(const Column& column) {
  std::string text = quote_identifier(column.name) + " " + format_type(column.type);
  if (!column.collation.empty()) text += " COLLATE " + quote_qualified(column.collation);
  return text;
}

std::string key_element(const PartitionKeyElement& element) {
  const Expression& expression = element.expression;
  std::string text = quote_identifier(element.attribute);
  if (!expression.empty()) {
    text = "(" + (expression.closed ? expression.canonical : expression.text) + ")";
  }
  if (!element.collation.empty()) text += " COLLATE " + quote_qualified(element.collation);
  if (!element.operator_class.empty()) text += " " + quote_qualified(element.operator_class);
  return text;
}

}  // namespace

std::string type_key(const TypeRef& type) {
  if (type.empty() || !type.resolved() || type.name.space.text() == "pg_catalog") return {};
  return quote_qualified(type.name);
}

std::set<std::string> type_keys(const Catalog& model, const QualifiedName& relation) {
  std::set<std::string> keys;
  const auto columns = columns_of(model, relation);
  if (!columns) return keys;
  for (const Column& column : *columns) {
    std::string key = type_key(column.type);
    if (!key.empty()) keys.insert(std::move(key));
  }
  return keys;
}

TemporaryTable temporary_table(const Catalog& model, const QualifiedName& relation,
                               const std::set<std::string>& missing) {
  TemporaryTable table;
  const auto columns = columns_of(model, relation);
  if (!columns) return table;
  table.complete = true;
  for (const Column& column : *columns) {
    if (!column.type.resolved() || missing.contains(type_key(column.type))) {
      table.complete = false;
      continue;
    }
    if (!table.columns.empty()) table.columns += ", ";
    table.columns += column_definition(column);
  }
  return table;
}

std::string partition_clause(const Catalog& model, const QualifiedName& relation) {
  const auto* table = model.get<Relation>(object_id(ObjectKind::relation, relation));
  if (table == nullptr || table->partition_strategy.empty()) return {};
  std::string key;
  for (const PartitionKeyElement& element : table->partition_key) {
    if (!key.empty()) key += ", ";
    key += key_element(element);
  }
  return "PARTITION BY " + table->partition_strategy.text() + " (" + key + ")";
}

}  // namespace pgplumb::introspect
