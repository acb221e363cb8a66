#include "diff/attached_keys.hpp"

#include <algorithm>

#include "diff/index_sql.hpp"
#include "diff/inheritance.hpp"
#include "diff/sql_writer.hpp"

namespace pgplumb::diff {
namespace {

ObjectId index_id(const QualifiedName& name) { return object_id(ObjectKind::index, name); }

ObjectId table_of(const Index& index) { return object_id(ObjectKind::relation, index.relation); }

ObjectId topmost(const ObjectId& index, const Catalog& catalog) {
  ObjectId top = index;
  for (const Index* at = catalog.get<Index>(top); at != nullptr && !at->partition_of.empty();
       at = catalog.get<Index>(top)) {
    top = index_id(at->partition_of);
  }
  return top;
}

bool is_kept(const ObjectId& key, const Scope& scope) {
  const auto* after = scope.desired.get<Constraint>(key);
  return after != nullptr &&
         compare_any(*scope.current.get<Constraint>(key), *after) != Verdict::different;
}

bool keeps_all_keys(const ObjectId& index, const Scope& scope) {
  const auto kept = [&](const ObjectId& key) { return is_kept(key, scope); };
  const auto below = scope.current.partitions_of_index(index.qualified_name());
  return std::ranges::all_of(keys_on(index, scope.current), kept) &&
         std::ranges::all_of(below,
                             [&](const ObjectId& part) { return keeps_all_keys(part, scope); });
}

// Neither dropped nor made anew.
bool keeps_its_place(const ObjectId& index, const Scope& scope) {
  const auto* before = scope.current.get<Index>(index);
  const auto* after = scope.desired.get<Index>(index);
  return before != nullptr && after != nullptr && before->relation == after->relation &&
         before->valid == after->valid && is_same_index(*before, *after) &&
         keeps_all_keys(topmost(index, scope.current), scope);
}

bool indexes_the_same(const Index& index, const Constraint& key) {
  Index behind;
  behind.access_method = index.access_method;
  behind.unique = true;
  for (const Identifier& column : key.columns) behind.elements.emplace_back().attribute = column;
  behind.include = key.include;
  behind.nulls_not_distinct = key.nulls_not_distinct;
  return is_same_index(index, behind);
}

// The copy that the server makes together with the partition.
std::optional<Identifier> new_copy(const ObjectId& key, const Constraint& desired,
                                   const Index& parent, const Scope& scope) {
  if (!indexes_the_same(parent, desired)) return std::nullopt;
  const QualifiedName table = key.qualified_name();
  const std::string name = partition_index_name(table, index_column_names(parent), "idx");
  const auto taken = scope.current.find_class({table.space, Identifier(name)});
  if (name.size() > kMaxNameBytes || taken) return std::nullopt;
  return Identifier(name);
}

bool has_key_instead(const ObjectId& index, const Index& current, const Scope& scope) {
  const auto keys = scope.desired.parts_of(table_of(current), ObjectKind::constraint);
  return scope.is_dropped(index) && std::ranges::any_of(keys, [&](const ObjectId& key) {
           const auto& after = *scope.desired.get<Constraint>(key);
           return after.index_partition_of == current.partition_of &&
                  index_to_use(key, after, scope) != Identifier(index.name);
         });
}

}  // namespace

bool is_incomplete(const Index& index, const Catalog& catalog) {
  const auto* relation = catalog.get<Relation>(table_of(index));
  return !index.valid && relation != nullptr &&
         relation->relation_kind == RelationKind::partitioned;
}

bool must_be_attached(const QualifiedName& parent, const Scope& scope) {
  if (parent.empty()) return false;
  const auto* after = scope.desired.get<Index>(index_id(parent));
  if (after == nullptr) return false;
  if (is_incomplete(*after, scope.desired)) return true;
  const auto* before = scope.current.get<Index>(index_id(parent));
  return before != nullptr && is_incomplete(*before, scope.current) &&
         is_same_index(*before, *after);
}

Action attach_index(const ObjectId& id, const QualifiedName& relation, const ObjectId& parent) {
  SqlWriter sql("ALTER INDEX");
  const bool key = id.kind == ObjectKind::constraint;
  sql.name(parent.qualified_name()).keyword("ATTACH PARTITION");
  sql.name(key ? qualified(id.space, id.member) : id.qualified_name());
  Action action = Action::changing(id);
  action.need(id).need(parent).statement(sql);
  return action.lock(relation, LockMode::access_exclusive);
}

std::vector<ObjectId> keys_on(const ObjectId& index, const Catalog& catalog) {
  std::vector<ObjectId> keys;
  const auto* parent = catalog.get<Index>(index);
  if (parent == nullptr) return keys;
  for (const ObjectId& partition : catalog.partitions_of(parent->relation)) {
    for (const ObjectId& id : catalog.parts_of(partition, ObjectKind::constraint)) {
      const auto& name = catalog.get<Constraint>(id)->index_partition_of;
      if (name == index.qualified_name()) keys.push_back(id);
    }
  }
  return keys;
}

bool holds_keys(const ObjectId& index, const Catalog& catalog) {
  return !keys_on(index, catalog).empty() ||
         std::ranges::any_of(
             catalog.partitions_of_index(index.qualified_name()),
             [&](const ObjectId& partition) { return holds_keys(partition, catalog); });
}

std::optional<Identifier> index_to_use(const ObjectId& key, const Constraint& desired,
                                       const Scope& scope) {
  const ObjectId parent = index_id(desired.index_partition_of);
  if (desired.index_partition_of.empty() || !scope.is_new(key) || !keeps_its_place(parent, scope)) {
    return std::nullopt;
  }
  if (scope.is_new(*parent_of(key))) {
    return new_copy(key, desired, *scope.current.get<Index>(parent), scope);
  }
  for (const ObjectId& id : scope.current.partitions_of_index(parent.qualified_name())) {
    const auto& index = *scope.current.get<Index>(id);
    const bool of_table = index.relation == key.qualified_name();
    if (of_table && scope.is_dropped(id) && indexes_the_same(index, desired)) {
      return Identifier(id.name);
    }
  }
  return std::nullopt;
}

std::optional<ObjectId> keeper_of(const ObjectId& gone, const Scope& scope) {
  const auto* key = scope.current.get<Constraint>(gone);
  const auto* index = scope.current.get<Index>(gone);
  QualifiedName above;
  ObjectId table;
  if (key != nullptr) {
    above = key->index_partition_of;
    table = *parent_of(gone);
  } else if (index != nullptr && has_key_instead(gone, *index, scope)) {
    above = index->partition_of;
    table = table_of(*index);
  }
  std::optional<ObjectId> top;
  while (!above.empty() && !scope.is_dropped(table)) {
    const auto* parent = scope.current.get<Index>(index_id(above));
    if (parent == nullptr || leaves(table, table_of(*parent), scope)) break;
    top = index_id(above);
    above = parent->partition_of;
    table = table_of(*parent);
  }
  return top;
}

}  // namespace pgplumb::diff
