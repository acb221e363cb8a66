#include "parse/drop_restrict.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "parse/replay.hpp"
#include "schema/signature.hpp"

namespace pgplumb::parse {
namespace {

using Doomed = std::set<ObjectId>;

// Finds out whether an object certainly uses one of some others. Where several could be meant, as
// with overloads, none is.
class UserFinder : public ReferenceVisitor {
 public:
  UserFinder(const Catalog& catalog, const Doomed& doomed) : catalog_(catalog), doomed_(doomed) {}
  [[nodiscard]] const std::optional<ObjectId>& found() const { return found_; }

  void relation(const QualifiedName& name) { look(catalog_.find_class(name)); }
  void attribute(const QualifiedName& relation, const Identifier& column) {
    const auto holder = catalog_.find_class(relation);
    if (holder && !holder->subject) look(part_of(*holder, ObjectKind::attribute, column));
  }
  void key(const QualifiedName& relation, const std::vector<Identifier>& columns) {
    const auto holder = catalog_.find_class(relation);
    if (holder && !holder->subject) look(only_key(*holder, columns));
  }
  void type(const TypeRef& type) { look(catalog_.find_type(type.name)); }
  void routine(const QualifiedName& name) {
    const auto routines = catalog_.find_routines(name);
    if (routines.size() == 1) look(routines.front());
  }
  void function(const QualifiedName& name, const std::vector<TypeRef>& arguments) {
    ObjectId exact = object_id(ObjectKind::routine, name);
    exact.member = arguments_key(arguments);
    look(exact);
  }
  void collation(const QualifiedName& name) { look(object_id(ObjectKind::collation, name)); }
  void language(const Identifier& name) { look(object_id(ObjectKind::language, name)); }
  void access_method(const Identifier& name) { look(object_id(ObjectKind::access_method, name)); }
  void foreign_data_wrapper(const Identifier& name) {
    look(object_id(ObjectKind::foreign_data_wrapper, name));
  }
  void foreign_server(const Identifier& name) { look(object_id(ObjectKind::foreign_server, name)); }
  void operator_(const QualifiedName& name, const TypeRef& left, const TypeRef& right) {
    look(operator_id(name, left, right));
  }
  void operator_class(const QualifiedName& name, const Identifier& access_method) {
    look(method_object_id(ObjectKind::operator_class, name, access_method));
  }
  void named(ObjectKind kind, const QualifiedName& name) { look(object_id(kind, name)); }
  void expression(const Expression& expression, const ExpressionContext&) {
    if (!expression.closed) return;
    for (const ObjectId& id : expression.references) {
      // What a cast has made of an expression stays without it.
      if (id.kind != ObjectKind::cast) look(id);
    }
  }

 private:
  void look(const std::optional<ObjectId>& id) {
    if (id && !found_ && doomed_.contains(*id)) found_ = id;
  }

  // A foreign key may rest on another key over the same columns, or on a unique index.
  std::optional<ObjectId> only_key(const ObjectId& holder,
                                   const std::vector<Identifier>& columns) const {
    std::vector<ObjectId> keys;
    for (const ObjectId& id : catalog_.parts_of(holder, ObjectKind::constraint)) {
      const auto* constraint = catalog_.get<Constraint>(id);
      if (is_unique_key(*constraint) && std::ranges::is_permutation(constraint->columns, columns))
        keys.push_back(id);
    }
    const bool unique_index =
        std::ranges::any_of(catalog_.indexes_of(holder.qualified_name()),
                            [&](const ObjectId& id) { return catalog_.get<Index>(id)->unique; });
    return keys.size() == 1 && !unique_index ? std::optional(keys.front()) : std::nullopt;
  }

  const Catalog& catalog_;
  const Doomed& doomed_;
  std::optional<ObjectId> found_;
};

bool is_on_partitioned(const Index& index, const Catalog& catalog) {
  const auto* table = catalog.get<Relation>(object_id(ObjectKind::relation, index.relation));
  return table != nullptr && table->relation_kind == RelationKind::partitioned;
}

// Nothing depends on these, or what does goes with them.
bool goes_alone(const ObjectId& id, const Catalog& catalog) {
  const auto* constraint = catalog.get<Constraint>(id);
  if (constraint != nullptr && !is_unique_key(*constraint)) return true;
  switch (id.kind) {
    case ObjectKind::index: return !is_on_partitioned(*catalog.get<Index>(id), catalog);
    case ObjectKind::trigger:
    case ObjectKind::policy:
    case ObjectKind::rule:
    case ObjectKind::publication:
    case ObjectKind::subscription:
    case ObjectKind::event_trigger:
    case ObjectKind::statistics_object:
    case ObjectKind::extension:
    case ObjectKind::cast:
    case ObjectKind::transform:
    case ObjectKind::operator_family: return true;
    default: return false;
  }
}

// A dependent that keeps what it uses from being dropped. Others are said of it, go with it, or
// are made of names that are not resolved one by one.
bool holds_on(const ObjectId& id, const Doomed& doomed) {
  switch (id.kind) {
    case ObjectKind::comment:
    case ObjectKind::owner:
    case ObjectKind::privilege:
    case ObjectKind::default_privilege:
    case ObjectKind::security_label:
    case ObjectKind::extension_dependency:
    case ObjectKind::published_table:
    case ObjectKind::published_schema:
    case ObjectKind::publication:
    case ObjectKind::subscription:
    case ObjectKind::rule:
    case ObjectKind::statistics_object:
    case ObjectKind::operator_class:
    case ObjectKind::operator_family:
    case ObjectKind::transform: return false;
    case ObjectKind::index:
      return std::ranges::none_of(doomed, [](const ObjectId& one) {
        return one.kind == ObjectKind::relation || one.kind == ObjectKind::attribute;
      });
    default: return true;
  }
}

struct Use {
  ObjectId user;
  ObjectId used;
};

std::optional<Use> use_of(const Doomed& doomed, const Catalog& catalog) {
  for (const auto& [id, object] : catalog.objects()) {
    if (doomed.contains(id) || !holds_on(id, doomed)) continue;
    UserFinder finder(catalog, doomed);
    visit_references(id, object, finder);
    if (finder.found() && parent_of(*finder.found()) != id) return Use{id, *finder.found()};
  }
  return std::nullopt;
}

// An object in the namespace, or an extension.
std::optional<Use> content_of(const ObjectId& space, const Catalog& catalog) {
  for (const auto& [id, object] : catalog.objects()) {
    const auto* extension = std::get_if<Extension>(&object);
    const bool placed = extension != nullptr && extension->space.text() == space.name;
    const bool stands = !id.subject && id.space == space.name &&
                        id.kind != ObjectKind::default_privilege &&
                        id.kind != ObjectKind::transform;
    if (placed || stands) return Use{id, space};
  }
  return std::nullopt;
}

// The key of a partition whose index is part of one of these.
std::optional<Use> attached_key(const Doomed& doomed, const Catalog& catalog) {
  for (const auto [id, key] : catalog.all<Constraint>()) {
    if (key.index_partition_of.empty() || doomed.contains(id)) continue;
    const ObjectId index = object_id(ObjectKind::index, key.index_partition_of);
    if (doomed.contains(index)) return Use{id, index};
  }
  return std::nullopt;
}

// A sequence goes with its column, a partition with its parent: neither depends on it.
Doomed with_parts(const std::vector<ObjectId>& ids, const Catalog& catalog) {
  Doomed doomed;
  for (const ObjectId& id : ids) {
    if (id.kind == ObjectKind::namespace_) continue;
    doomed.insert(id);
    for (const ObjectId& part : catalog.everything_within(id)) doomed.insert(part);
  }
  return doomed;
}

// The sequence of an identity column is nobody's to drop.
std::optional<Use> identity_of(const ObjectId& id, const Doomed& doomed, const Catalog& catalog) {
  const auto* sequence = catalog.get<Sequence>(id);
  if (sequence == nullptr || !sequence->identity) return std::nullopt;
  const auto table = catalog.find_class(sequence->owner_relation);
  if (!table || doomed.contains(*table)) return std::nullopt;
  return Use{part_of(*table, ObjectKind::attribute, sequence->owner_attribute), id};
}

bool refuse(const Use& use, const ObjectId& dropped, Replay& replay) {
  const std::string used = use.used == dropped ? "it" : described(use.used);
  replay.error(DiagnosticCode::dependent_objects, "can't drop " + described(dropped) + ": " +
                                                      described(use.user) + " depends on " + used);
  return false;
}

// What the server can't rewrite for another type of a column.
bool is_bound_to_type(const ObjectId& id, const Catalog& catalog) {
  switch (id.kind) {
    case ObjectKind::view:
    case ObjectKind::materialized_view:
    case ObjectKind::trigger:
    case ObjectKind::policy: return true;
    case ObjectKind::attribute_default: {
      const ObjectId column = part_of(object_id(ObjectKind::relation, id.qualified_name()),
                                      ObjectKind::attribute, Identifier(id.member));
      const auto* attribute = catalog.get<Attribute>(column);
      return attribute != nullptr && attribute->generated != Generated::none;
    }
    default: return false;
  }
}

}  // namespace

bool may_drop(const std::vector<ObjectId>& ids, Replay& replay) {
  const Catalog& catalog = replay.catalog();
  if (std::ranges::all_of(ids, [&](const ObjectId& id) { return goes_alone(id, catalog); })) {
    return true;
  }
  for (const ObjectId& id : ids) {
    if (id.kind != ObjectKind::namespace_) continue;
    if (const auto use = content_of(id, catalog)) return refuse(*use, id, replay);
  }
  const Doomed doomed = with_parts(ids, catalog);
  for (const ObjectId& id : ids) {
    if (const auto use = identity_of(id, doomed, catalog)) return refuse(*use, id, replay);
  }
  if (doomed.empty()) return true;
  if (const auto use = attached_key(doomed, catalog)) return refuse(*use, use->used, replay);
  const auto use = use_of(doomed, catalog);
  return !use || refuse(*use, ids.size() == 1 ? ids.front() : use->used, replay);
}

bool may_change_type(const ObjectId& column, Replay& replay) {
  const Catalog& catalog = replay.catalog();
  const Doomed changed = {column};
  for (const auto& [id, object] : catalog.objects()) {
    if (!is_bound_to_type(id, catalog)) continue;
    UserFinder finder(catalog, changed);
    visit_references(id, object, finder);
    if (!finder.found() || id.member == column.member) continue;
    replay.error(
        DiagnosticCode::dependent_objects,
        "can't change the type of " + described(column) + ": " + described(id) + " uses it");
    return false;
  }
  return true;
}

}  // namespace pgplumb::parse
