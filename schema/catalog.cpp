#include "schema/catalog.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "base/assert.hpp"

namespace pgplumb {
namespace {

bool in_pg_class(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::relation:
    case ObjectKind::view:
    case ObjectKind::materialized_view:
    case ObjectKind::sequence:
    case ObjectKind::index:
    case ObjectKind::composite_type: return true;
    default: return false;
  }
}

bool has_index(const Constraint& constraint) {
  return constraint.type == ConstraintType::primary_key ||
         constraint.type == ConstraintType::unique || constraint.type == ConstraintType::exclusion;
}

// The name an object takes in pg_class, if any: a key's index has the constraint's name.
std::optional<QualifiedName> class_name(const ObjectId& id, const Object& object) {
  if (in_pg_class(id.kind)) return id.qualified_name();
  const auto* constraint = std::get_if<Constraint>(&object);
  if (constraint == nullptr || !has_index(*constraint)) return std::nullopt;
  return qualified(id.space, id.member);
}

void erase_entry(std::multimap<QualifiedName, ObjectId>& names, const QualifiedName& name,
                 const ObjectId& id) {
  auto [first, last] = names.equal_range(name);
  const auto found =
      std::find_if(first, last, [&](const auto& entry) { return entry.second == id; });
  if (found != last) names.erase(found);
}

void add_entry(std::multimap<QualifiedName, ObjectId>& names, const QualifiedName& name,
               const ObjectId& id) {
  auto [first, last] = names.equal_range(name);
  const bool known =
      std::any_of(first, last, [&](const auto& entry) { return entry.second == id; });
  if (!known) names.emplace(name, id);
}

}  // namespace

const Object* Catalog::find(const ObjectId& id) const {
  const auto found = objects_.find(id);
  return found == objects_.end() ? nullptr : &found->second;
}

Object* Catalog::find(const ObjectId& id) {
  const auto found = objects_.find(id);
  return found == objects_.end() ? nullptr : &found->second;
}

void Catalog::index_name(const ObjectId& id, const Object& object) {
  if (const auto name = class_name(id, object)) add_entry(classes_, *name, id);
  if (id.kind == ObjectKind::constraint) {
    add_entry(constraint_names_, qualified(id.space, id.member), id);
  }
  if (const auto* index = std::get_if<Index>(&object)) {
    add_entry(relation_indexes_, index->relation, id);
  }
}

void Catalog::unindex_name(const ObjectId& id, const Object& object) {
  if (const auto name = class_name(id, object)) erase_entry(classes_, *name, id);
  if (id.kind == ObjectKind::constraint) {
    erase_entry(constraint_names_, qualified(id.space, id.member), id);
  }
  if (const auto* index = std::get_if<Index>(&object)) {
    erase_entry(relation_indexes_, index->relation, id);
  }
}

void Catalog::put(const ObjectId& id, Object object) {
  PGPLUMB_ASSERT(kind_of(object) == id.kind);
  const auto [place, added] = objects_.try_emplace(id);
  if (!added) unindex_name(id, place->second);
  place->second = std::move(object);
  index_name(id, place->second);
}

void Catalog::erase(const ObjectId& id) {
  const auto found = objects_.find(id);
  if (found == objects_.end()) return;
  unindex_name(id, found->second);
  objects_.erase(found);
}

void Catalog::erase_with_parts(const ObjectId& id) {
  for (const ObjectId& part : everything_within(id)) erase(part);
  erase(id);
}

std::vector<ObjectId> Catalog::parts_of(const ObjectId& holder, ObjectKind kind) const {
  ObjectId first;
  first.kind = kind;
  first.subject = holder.kind;
  first.space = holder.space;
  first.name = holder.name;
  std::vector<ObjectId> parts;
  for (auto it = objects_.lower_bound(first); it != objects_.end(); ++it) {
    const ObjectId& id = it->first;
    const bool same = id.kind == kind && id.subject == first.subject && id.space == first.space &&
                      id.name == first.name;
    if (!same) break;
    parts.push_back(id);
  }
  return parts;
}

std::vector<ObjectId> Catalog::attributes_of(const ObjectId& relation) const {
  std::vector<ObjectId> ids = parts_of(relation, ObjectKind::attribute);
  std::stable_sort(ids.begin(), ids.end(), [this](const ObjectId& a, const ObjectId& b) {
    return get<Attribute>(a)->position < get<Attribute>(b)->position;
  });
  return ids;
}

std::vector<ObjectId> Catalog::indexes_of(const QualifiedName& relation) const {
  std::vector<ObjectId> ids;
  const auto [first, last] = relation_indexes_.equal_range(relation);
  for (auto it = first; it != last; ++it) ids.push_back(it->second);
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<ObjectId> Catalog::about(const ObjectId& subject) const {
  std::vector<ObjectId> ids;
  for (const ObjectKind kind : {ObjectKind::owner, ObjectKind::comment}) {
    const ObjectId id = pgplumb::about(kind, subject);
    if (contains(id)) ids.push_back(id);
  }
  for (const ObjectKind kind : {ObjectKind::privilege, ObjectKind::security_label}) {
    const ObjectId first = pgplumb::about(kind, subject);
    for (auto it = objects_.lower_bound(first); it != objects_.end(); ++it) {
      ObjectId id = it->first;
      id.grantee.clear();
      if (id.kind != first.kind || id.subject != first.subject || id.space != first.space ||
          id.name != first.name || id.member != first.member) {
        break;
      }
      if (id.holder == first.holder) ids.push_back(it->first);
    }
  }
  return ids;
}

std::optional<ObjectId> Catalog::find_class(const QualifiedName& name) const {
  const auto found = classes_.find(name);
  return found == classes_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ObjectId> Catalog::find_type(const QualifiedName& name) const {
  for (const ObjectKind kind :
       {ObjectKind::enum_type, ObjectKind::domain, ObjectKind::composite_type, ObjectKind::relation,
        ObjectKind::view, ObjectKind::materialized_view}) {
    const ObjectId id = object_id(kind, name);
    if (contains(id)) return id;
  }
  return std::nullopt;
}

std::vector<ObjectId> Catalog::find_routines(const QualifiedName& name) const {
  std::vector<ObjectId> ids;
  const ObjectId first = object_id(ObjectKind::routine, name);
  for (auto it = objects_.lower_bound(first); it != objects_.end(); ++it) {
    if (it->first.kind != first.kind || it->first.qualified_name() != name) break;
    ids.push_back(it->first);
  }
  return ids;
}

Catalog empty_database() {
  Catalog catalog;
  catalog.put(object_id(ObjectKind::namespace_, Identifier("public")), Namespace{});
  Extension plpgsql;
  plpgsql.space = Identifier("pg_catalog");
  catalog.put(object_id(ObjectKind::extension, Identifier("plpgsql")), plpgsql);
  catalog.extension_comments.emplace("plpgsql", kPlpgsqlComment);
  return catalog;
}

}  // namespace pgplumb
