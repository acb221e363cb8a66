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

bool has_links(ObjectKind kind) {
  return kind == ObjectKind::relation || kind == ObjectKind::sequence ||
         kind == ObjectKind::index || kind == ObjectKind::statistics_object;
}

bool is_part(const ObjectId& id, const ObjectId& holder, ObjectKind kind) {
  return id.kind == kind && id.subject == holder.kind && id.name == holder.name &&
         id.space == holder.space;
}

// The name an object takes in pg_class, if any: a key's index has the constraint's name.
std::optional<QualifiedName> class_name(const ObjectId& id, const Object& object) {
  if (in_pg_class(id.kind)) return id.qualified_name();
  const auto* constraint = std::get_if<Constraint>(&object);
  if (constraint == nullptr || !has_index(*constraint)) return std::nullopt;
  return qualified(id.space, id.member);
}

}  // namespace

const Object* Catalog::find(const ObjectId& id) const { return objects_.find(id); }

Object* Catalog::find(const ObjectId& id) {
  Object* const found = objects_.find(id);
  if (found == nullptr) return nullptr;
  if (has_links(id.kind)) lent_.insert(id);
  record(id);
  return found;
}

void Catalog::settle() {
  follow_lent();
  lent_.clear();
  changes_.clear();
}

void Catalog::follow_lent() const {
  for (const ObjectId& id : lent_) {
    if (const Object* object = find(id)) links_.set(id, *object);
  }
}

void Catalog::index_name(const ObjectId& id, const Object& object) {
  if (const auto name = class_name(id, object)) classes_.add(*name, id);
  if (id.kind == ObjectKind::constraint) {
    constraint_names_.add(qualified(id.space, id.member), id);
  }
  if (has_links(id.kind)) links_.set(id, object);
  if (const auto* range = std::get_if<RangeType>(&object)) {
    multiranges_.add(range->multirange, id);
  }
}

void Catalog::unindex_name(const ObjectId& id, const Object& object) {
  if (const auto name = class_name(id, object)) classes_.erase(*name, id);
  if (id.kind == ObjectKind::constraint) {
    constraint_names_.erase(qualified(id.space, id.member), id);
  }
  if (has_links(id.kind)) links_.erase(id);
  if (const auto* range = std::get_if<RangeType>(&object)) {
    multiranges_.erase(range->multirange, id);
  }
}

void Catalog::put(const ObjectId& id, Object object) {
  PGPLUMB_ASSERT(kind_of(object) == id.kind);
  const auto [place, added] = objects_.add(id);
  if (!added) unindex_name(id, *place);
  *place = std::move(object);
  index_name(id, *place);
  record(id);
}

void Catalog::erase(const ObjectId& id) {
  const Object* const found = std::as_const(objects_).find(id);
  if (found == nullptr) return;
  record(id);
  unindex_name(id, *found);
  objects_.erase(id);
}

void Catalog::erase_with_parts(const ObjectId& id) {
  for (const ObjectId& part : everything_within(id)) erase(part);
  erase(id);
}

Catalog::Objects::const_iterator Catalog::first_part(const ObjectId& holder,
                                                     ObjectKind kind) const {
  return objects().lower_bound(part_of(holder, kind, {}));
}

std::vector<ObjectId> Catalog::parts_of(const ObjectId& holder, ObjectKind kind) const {
  std::vector<ObjectId> parts;
  for (auto it = first_part(holder, kind);
       it != objects().end() && is_part(it->first, holder, kind); ++it) {
    parts.push_back(it->first);
  }
  return parts;
}

std::size_t Catalog::count_parts(const ObjectId& holder, ObjectKind kind) const {
  std::size_t count = 0;
  auto it = first_part(holder, kind);
  for (; it != objects().end() && is_part(it->first, holder, kind); ++it) ++count;
  return count;
}

std::vector<ObjectId> Catalog::attributes_of(const ObjectId& relation) const {
  std::vector<std::pair<int, ObjectId>> placed;
  for (auto it = first_part(relation, ObjectKind::attribute);
       it != objects().end() && is_part(it->first, relation, ObjectKind::attribute); ++it) {
    placed.emplace_back(std::get<Attribute>(it->second).position, it->first);
  }
  std::stable_sort(placed.begin(), placed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<ObjectId> ids;
  ids.reserve(placed.size());
  for (const auto& [position, id] : placed) ids.push_back(id);
  return ids;
}

std::vector<ObjectId> Catalog::indexes_of(const QualifiedName& relation) const {
  std::vector<ObjectId> ids = linked(relation, ObjectKind::index);
  std::erase_if(ids, [&](const ObjectId& id) { return get<Index>(id)->relation != relation; });
  return ids;
}

std::vector<ObjectId> Catalog::partitions_of(const QualifiedName& relation) const {
  std::vector<ObjectId> ids = linked(relation, ObjectKind::relation);
  std::erase_if(ids,
                [&](const ObjectId& id) { return get<Relation>(id)->partition_of != relation; });
  return ids;
}

std::vector<ObjectId> Catalog::children_of(const QualifiedName& relation) const {
  return linked(relation, ObjectKind::relation);
}

std::vector<ObjectId> Catalog::partitions_of_index(const QualifiedName& index) const {
  std::vector<ObjectId> ids = linked(index, ObjectKind::index);
  std::erase_if(ids, [&](const ObjectId& id) { return get<Index>(id)->partition_of != index; });
  return ids;
}

std::vector<ObjectId> Catalog::sequences_of(const QualifiedName& relation) const {
  return linked(relation, ObjectKind::sequence);
}

std::vector<ObjectId> Catalog::statistics_of(const QualifiedName& relation) const {
  return linked(relation, ObjectKind::statistics_object);
}

std::vector<ObjectId> Catalog::linked(const QualifiedName& name, ObjectKind kind) const {
  follow_lent();
  return links_.to(name, kind);
}

std::vector<ObjectId> Catalog::about(const ObjectId& subject) const {
  std::vector<ObjectId> ids;
  for (const ObjectKind kind : {ObjectKind::owner, ObjectKind::comment}) {
    const ObjectId id = pgplumb::about(kind, subject);
    if (contains(id)) ids.push_back(id);
  }
  for (const ObjectKind kind :
       {ObjectKind::privilege, ObjectKind::security_label, ObjectKind::extension_dependency}) {
    const ObjectId first = pgplumb::about(kind, subject);
    for (auto it = objects().lower_bound(first); it != objects().end(); ++it) {
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
  return classes_.find(name);
}

std::optional<ObjectId> Catalog::find_type(const QualifiedName& name) const {
  for (const ObjectKind kind :
       {ObjectKind::enum_type, ObjectKind::domain, ObjectKind::composite_type, ObjectKind::relation,
        ObjectKind::view, ObjectKind::materialized_view, ObjectKind::range_type,
        ObjectKind::base_type, ObjectKind::shell_type}) {
    const ObjectId id = object_id(kind, name);
    if (contains(id)) return id;
  }
  return multiranges_.find(name);
}

std::pair<Catalog::Objects::const_iterator, Catalog::Objects::const_iterator> Catalog::range_of(
    ObjectKind kind) const {
  ObjectId first;
  first.kind = kind;
  ObjectId next;
  next.kind = static_cast<ObjectKind>(static_cast<int>(kind) + 1);
  return {objects().lower_bound(first), objects().lower_bound(next)};
}

std::vector<ObjectId> Catalog::find_routines(const QualifiedName& name) const {
  return find_named(ObjectKind::routine, name);
}

std::vector<ObjectId> Catalog::find_named(ObjectKind kind, const QualifiedName& name) const {
  std::vector<ObjectId> ids;
  const ObjectId first = object_id(kind, name);
  for (auto it = objects().lower_bound(first); it != objects().end(); ++it) {
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
