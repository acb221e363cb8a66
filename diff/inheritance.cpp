#include "diff/inheritance.hpp"

#include <algorithm>
#include <string>
#include <variant>

namespace pgplumb::diff {
namespace {

bool is_parent(const Catalog& catalog, const QualifiedName& name) {
  const ObjectId id = object_id(ObjectKind::relation, name);
  const Relation* relation = catalog.get<Relation>(id);
  if (relation == nullptr) return false;
  if (relation->relation_kind == RelationKind::partitioned) return true;
  ObjectId first;
  first.kind = ObjectKind::relation;
  for (auto it = catalog.objects().lower_bound(first);
       it != catalog.objects().end() && it->first.kind == ObjectKind::relation; ++it) {
    const auto& inherits = std::get<Relation>(it->second).inherits;
    if (std::find(inherits.begin(), inherits.end(), name) != inherits.end()) return true;
  }
  return false;
}

}  // namespace

std::vector<ObjectId> parents_of(const Catalog& catalog, const ObjectId& relation) {
  const Relation* table = catalog.get<Relation>(relation);
  if (table == nullptr) return {};
  std::vector<ObjectId> parents;
  if (!table->partition_of.empty()) {
    parents.push_back(object_id(ObjectKind::relation, table->partition_of));
  }
  for (const QualifiedName& parent : table->inherits) {
    parents.push_back(object_id(ObjectKind::relation, parent));
  }
  return parents;
}

std::vector<ObjectId> children_of(const Catalog& catalog, const ObjectId& relation) {
  std::vector<ObjectId> children;
  ObjectId first;
  first.kind = ObjectKind::relation;
  for (auto it = catalog.objects().lower_bound(first);
       it != catalog.objects().end() && it->first.kind == first.kind; ++it) {
    const std::vector<ObjectId> parents = parents_of(catalog, it->first);
    if (std::find(parents.begin(), parents.end(), relation) != parents.end()) {
      children.push_back(it->first);
    }
  }
  return children;
}

std::set<ObjectId> ancestors_of(const Catalog& catalog, const ObjectId& relation) {
  std::set<ObjectId> found;
  std::vector<ObjectId> open = {relation};
  while (!open.empty()) {
    const ObjectId next = open.back();
    open.pop_back();
    for (const ObjectId& parent : parents_of(catalog, next)) {
      if (found.insert(parent).second) open.push_back(parent);
    }
  }
  return found;
}

bool descends_from(const Catalog& catalog, const ObjectId& relation, const ObjectId& ancestor) {
  return ancestors_of(catalog, relation).contains(ancestor);
}

bool has_children(const QualifiedName& relation, const Scope& scope) {
  return is_parent(scope.current, relation) || is_parent(scope.desired, relation);
}

std::optional<ObjectId> inherited_part(const Catalog& catalog, const ObjectId& part) {
  ObjectId holder = object_id(ObjectKind::relation, part.qualified_name());
  if (part.subject != ObjectKind::relation) return std::nullopt;
  for (const ObjectId& parent : parents_of(catalog, holder)) {
    ObjectId same = part;
    same.space = parent.space;
    same.name = parent.name;
    if (catalog.contains(same)) return same;
  }
  return std::nullopt;
}

namespace {

bool is_child(const Catalog& catalog, const ObjectId& relation, const ObjectId& parent) {
  const auto parents = parents_of(catalog, relation);
  return std::find(parents.begin(), parents.end(), parent) != parents.end();
}

bool stays(const ObjectId& id, const Scope& scope) {
  return scope.current.contains(id) && scope.desired.contains(id);
}

bool only_inherits(const Catalog& catalog, const ObjectId& part) {
  const auto from_above = [](const auto* object) {
    return object != nullptr && !object->local && object->inherited_from == 1;
  };
  return from_above(catalog.get<Attribute>(part)) || from_above(catalog.get<Constraint>(part));
}

}  // namespace

bool leaves(const ObjectId& relation, const ObjectId& parent, const Scope& scope) {
  return stays(relation, scope) && is_child(scope.current, relation, parent) &&
         !is_child(scope.desired, relation, parent);
}

bool joins(const ObjectId& relation, const ObjectId& parent, const Scope& scope) {
  return stays(relation, scope) && is_child(scope.desired, relation, parent) &&
         !is_child(scope.current, relation, parent);
}

std::optional<ObjectId> lasting_origin(const ObjectId& part, const Scope& scope) {
  const ObjectId table = *parent_of(part);
  for (const ObjectId& parent : parents_of(scope.current, table)) {
    const ObjectId same = part_of(parent, part.kind, Identifier(part.member));
    if (scope.current.contains(same) && !leaves(table, parent, scope)) return same;
  }
  return inherited_part(scope.current, part);
}

void wait_until_left(Action& drop, const ObjectId& relation) {
  drop.phase = Phase::make;
  drop.need(relation);
}

Action letting_go(const ObjectId& id, const ObjectId& gone, const ObjectId& relation) {
  Action action = Action::changing(id);
  action.lets_go = {gone};
  return action.need(relation);
}

bool is_same_index(const Index& one, const Index& other) {
  return compare_any(one.elements, other.elements) == Verdict::equal &&
         compare_any(one.predicate, other.predicate) == Verdict::equal &&
         one.include == other.include && one.unique == other.unique &&
         one.access_method == other.access_method &&
         one.nulls_not_distinct == other.nulls_not_distinct;
}

bool is_kept_below(const ObjectId& part, const Scope& scope) {
  if (!scope.is_dropped(part)) return false;
  const ObjectId holder = *parent_of(part);
  const auto children = children_of(scope.current, holder);
  return std::any_of(children.begin(), children.end(), [&](const ObjectId& child) {
    ObjectId same = part;
    same.space = child.space;
    same.name = child.name;
    return stays(same, scope) && !leaves(child, holder, scope) &&
           only_inherits(scope.current, same);
  });
}

std::optional<ObjectId> parent_constraint(const Catalog& catalog, const ObjectId& constraint) {
  const auto* child = catalog.get<Constraint>(constraint);
  if (child == nullptr || child->partition_of.empty()) return inherited_part(catalog, constraint);
  const ObjectId parent = object_id(ObjectKind::relation, child->partition_of);
  std::optional<ObjectId> other_key;  // a primary key may have taken a unique constraint
  for (const ObjectId& id : catalog.parts_of(parent, ObjectKind::constraint)) {
    const auto* candidate = catalog.get<Constraint>(id);
    if (candidate->columns != child->columns) continue;
    if (is_unique_key(*candidate) && is_unique_key(*child)) other_key = id;
    if (candidate->type != child->type) continue;
    if (child->type == ConstraintType::check && id.member != constraint.member) continue;
    if (candidate->foreign_relation != child->foreign_relation) continue;
    return id;
  }
  return other_key ? other_key : inherited_part(catalog, constraint);
}

std::vector<ObjectId> partition_indexes(const ObjectId& index, const Catalog& catalog) {
  const Index* parent = catalog.get<Index>(index);
  const auto* relation =
      parent == nullptr ? nullptr
                        : catalog.get<Relation>(object_id(ObjectKind::relation, parent->relation));
  std::vector<ObjectId> ids;
  if (relation == nullptr || relation->relation_kind != RelationKind::partitioned) return ids;
  ObjectId first;
  first.kind = ObjectKind::index;
  for (auto it = catalog.objects().lower_bound(first);
       it != catalog.objects().end() && it->first.kind == ObjectKind::index; ++it) {
    if (std::get<Index>(it->second).partition_of == index.qualified_name())
      ids.push_back(it->first);
  }
  return ids;
}

std::string partition_index_name(const QualifiedName& relation,
                                 const std::vector<std::string>& columns, std::string_view label) {
  std::string name = relation.name.text();
  std::vector<std::string> used;
  for (const std::string& column : columns) {
    std::string unique = column;
    for (int n = 1; std::ranges::count(used, unique) > 0; ++n) unique = column + std::to_string(n);
    name += "_" + unique;
    used.push_back(std::move(unique));
  }
  return name.append("_").append(label);
}

}  // namespace pgplumb::diff
