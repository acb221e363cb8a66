#include "diff/typed_tables.hpp"

namespace pgplumb::diff {
namespace {

bool is_of(const ObjectId& table, const QualifiedName& type, const Catalog& catalog) {
  const auto* relation = catalog.get<Relation>(table);
  return relation != nullptr && relation->of_type == type;
}

}  // namespace

std::vector<ObjectId> typed_tables(const ObjectId& type, const Scope& scope) {
  std::vector<ObjectId> tables;
  for (const auto [id, relation] : scope.current.all<Relation>()) {
    const bool stays = relation.of_type == type.qualified_name() &&
                       is_of(id, type.qualified_name(), scope.desired);
    if (stays) tables.push_back(id);
  }
  return tables;
}

bool is_of_type(const ObjectId& column, const ObjectId& type, const Scope& scope) {
  const ObjectId table = *parent_of(column);
  const QualifiedName name = type.qualified_name();
  return type.kind == ObjectKind::composite_type && is_of(table, name, scope.current) &&
         is_of(table, name, scope.desired);
}

}  // namespace pgplumb::diff
