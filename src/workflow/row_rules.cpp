#include "workflow/row_rules.hpp"

#include "workflow/names_in_text.hpp"

namespace pgplumb::workflow {
namespace {

bool reads(const PartitionKeyElement& element, const std::string& column) {
  return element.attribute.empty() ? stands_in(element.expression.text, column)
                                   : element.attribute.text() == column;
}

const Relation* parent_table(const Catalog& catalog, const Relation& partition) {
  if (partition.partition_of.empty()) return nullptr;
  return catalog.get<Relation>(object_id(ObjectKind::relation, partition.partition_of));
}

bool is_key_column(const Relation& parent, const std::string& column) {
  for (const PartitionKeyElement& element : parent.partition_key) {
    if (reads(element, column)) return true;
  }
  return false;
}

// What does not belong into the default partition is said by the others.
void add_bounds(const Catalog& catalog, const Relation& partition,
                std::vector<std::string>& rules) {
  rules.push_back(partition.partition_bound.text);
  if (partition.partition_bound.text != "DEFAULT") return;
  for (const ObjectId& other : catalog.partitions_of(partition.partition_of)) {
    const auto* relation = catalog.get<Relation>(other);
    if (relation != nullptr) rules.push_back(relation->partition_bound.text);
  }
  // Beyond what partitions commonly are made for.
  rules.emplace_back("-1000000000 1000000000 '1000-01-01' '3000-01-01' 'no partition'");
}

void add_domain_checks(const Catalog& catalog, const TypeRef& type,
                       std::vector<std::string>& rules) {
  const ObjectId id = object_id(ObjectKind::domain, type.name);
  const auto* domain = catalog.get<Domain>(id);
  if (domain == nullptr) return;
  for (const ObjectId& check : catalog.parts_of(id, ObjectKind::constraint)) {
    rules.push_back(catalog.get<Constraint>(check)->check.text);
  }
  add_domain_checks(catalog, domain->type, rules);
}

// Domains over domains check what the one above does not.
bool is_over(const Catalog& catalog, const TypeRef& type, const QualifiedName& domain) {
  if (type.name == domain) return true;
  const auto* found = catalog.get<Domain>(object_id(ObjectKind::domain, type.name));
  return found != nullptr && is_over(catalog, found->type, domain);
}

std::string check_text(const Catalog& catalog, const ObjectId& relation,
                       const std::string& constraint) {
  const auto* found =
      catalog.get<Constraint>(part_of(relation, ObjectKind::constraint, Identifier(constraint)));
  return found == nullptr ? std::string() : found->check.text;
}

}  // namespace

std::vector<std::string> rules_about(const Catalog& catalog, const ObjectId& relation,
                                     const std::string& column) {
  std::vector<std::string> rules;
  for (const ObjectId& id : catalog.parts_of(relation, ObjectKind::constraint)) {
    const std::string& check = catalog.get<Constraint>(id)->check.text;
    if (stands_in(check, column)) rules.push_back(check);
  }
  const auto* attribute =
      catalog.get<Attribute>(part_of(relation, ObjectKind::attribute, Identifier(column)));
  if (attribute != nullptr) add_domain_checks(catalog, attribute->type, rules);
  const auto* table = catalog.get<Relation>(relation);
  while (table != nullptr) {
    const Relation* parent = parent_table(catalog, *table);
    if (parent != nullptr && is_key_column(*parent, column)) add_bounds(catalog, *table, rules);
    table = parent;
  }
  return rules;
}

std::set<std::string> key_columns(const Catalog& catalog, const ObjectId& relation) {
  std::set<std::string> columns;
  const auto* table = catalog.get<Relation>(relation);
  if (table == nullptr) return columns;
  for (table = parent_table(catalog, *table); table != nullptr;
       table = parent_table(catalog, *table)) {
    for (const ObjectId& id : catalog.attributes_of(relation)) {
      if (is_key_column(*table, id.member)) columns.insert(id.member);
    }
  }
  return columns;
}

std::set<std::string> refused_columns(const Catalog& catalog, const ObjectId& relation,
                                      const pg::ServerReport& refusal) {
  if (refusal.constraint.empty()) {
    return refusal.data_type.empty() ? key_columns(catalog, relation) : std::set<std::string>();
  }
  std::set<std::string> columns;
  const std::string check = check_text(catalog, relation, refusal.constraint);
  const QualifiedName domain = qualified(refusal.schema, refusal.data_type);
  for (const ObjectId& id : catalog.attributes_of(relation)) {
    const bool of_domain =
        !refusal.data_type.empty() && is_over(catalog, catalog.get<Attribute>(id)->type, domain);
    if (of_domain || stands_in(check, id.member)) columns.insert(id.member);
  }
  return columns;
}

bool is_chosen_by_hash(const Catalog& catalog, const ObjectId& relation) {
  const auto* table = catalog.get<Relation>(relation);
  if (table == nullptr) return false;
  for (table = parent_table(catalog, *table); table != nullptr;
       table = parent_table(catalog, *table)) {
    if (table->partition_strategy.text() == "hash") return true;
  }
  return false;
}

}  // namespace pgplumb::workflow
