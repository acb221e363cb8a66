// What needs what: read from the objects' own references, the same for text and for servers.
#include <algorithm>
#include <deque>
#include <set>

#include "schema/catalog.hpp"

namespace pgplumb {
namespace {

// Collects the ids of what one object names, as far as the model holds them.
class Collector : public ReferenceVisitor {
 public:
  Collector(const Catalog& catalog, std::vector<ObjectId>& found)
      : catalog_(catalog), found_(found) {}

  void space(const Identifier& name) { add(object_id(ObjectKind::namespace_, name)); }
  void relation(const QualifiedName& name) {
    if (const auto id = catalog_.find_class(name)) add(*id);
  }
  void index(const QualifiedName& name) { relation(name); }
  void attribute(const QualifiedName& relation, const Identifier& column) {
    const auto holder = catalog_.find_class(relation);
    if (holder && !holder->subject) add(part_of(*holder, ObjectKind::attribute, column));
  }
  void key(const QualifiedName& relation, const std::vector<Identifier>& columns) {
    const auto holder = catalog_.find_class(relation);
    if (!holder || holder->subject) return;
    for (const ObjectId& id : catalog_.parts_of(*holder, ObjectKind::constraint)) {
      const auto* constraint = catalog_.get<Constraint>(id);
      if (is_unique_key(*constraint) &&
          std::is_permutation(columns.begin(), columns.end(), constraint->columns.begin(),
                              constraint->columns.end())) {
        add(id);
      }
    }
    key_indexes(relation, columns);
  }
  void type(const TypeRef& type) {
    if (const auto id = catalog_.find_type(type.name)) {
      add(*id);
    } else {
      extension_member(ExtensionMember::Kind::type, type.name);
    }
  }
  void routine(const QualifiedName& name) {
    const auto routines = catalog_.find_routines(name);
    for (const ObjectId& id : routines) add(id);
    if (routines.empty()) extension_member(ExtensionMember::Kind::routine, name);
  }
  // An extension's wrapper mostly has the extension's name.
  void foreign_data_wrapper(const Identifier& name) {
    const ObjectId wrapper = object_id(ObjectKind::foreign_data_wrapper, name);
    add(catalog_.contains(wrapper) ? wrapper : object_id(ObjectKind::extension, name));
  }
  void foreign_server(const Identifier& name) { add(object_id(ObjectKind::foreign_server, name)); }
  void language(const Identifier& name) { add(object_id(ObjectKind::language, name)); }
  void access_method(const Identifier& name) { add(object_id(ObjectKind::access_method, name)); }
  void extension(const Identifier& name) { add(object_id(ObjectKind::extension, name)); }
  void publication(const Identifier& name) { add(object_id(ObjectKind::publication, name)); }
  // Exactly that overload where there is one; else whichever may be called with such types.
  void function(const QualifiedName& name, const std::vector<TypeRef>& arguments) {
    ObjectId exact = object_id(ObjectKind::routine, name);
    exact.member = arguments_key(arguments);
    catalog_.contains(exact) ? add(exact) : routine(name);
  }
  void collation(const QualifiedName& name) { add(object_id(ObjectKind::collation, name)); }
  void operator_(const QualifiedName& name, const TypeRef& left, const TypeRef& right) {
    const ObjectId exact = operator_id(name, left, right);
    if (catalog_.contains(exact)) return add(exact);
    const auto operators = catalog_.find_named(ObjectKind::operator_, name);
    for (const ObjectId& id : operators) add(id);
    if (operators.empty()) extension_member(ExtensionMember::Kind::operator_, name);
  }
  void operator_class(const QualifiedName& name, const Identifier& access_method) {
    const ObjectId id = method_object_id(ObjectKind::operator_class, name, access_method);
    if (catalog_.contains(id)) return add(id);
    extension_member(ExtensionMember::Kind::operator_class, name);
  }
  void operator_family(const QualifiedName& name, const Identifier& access_method) {
    add(method_object_id(ObjectKind::operator_family, name, access_method));
  }
  void named(ObjectKind kind, const QualifiedName& name) { add(object_id(kind, name)); }
  // By a grant option on the object or, for a column, on its table; names the object by the way.
  void grantor(const ObjectId& privileges, const std::string& role) {
    const ObjectId subject = *parent_of(privileges);
    add(privilege_on(subject, role));
    const auto whole = parent_of(subject);
    if (whole) add(privilege_on(*whole, role));
    if (subject.space.empty()) return;
    const ObjectId space = object_id(ObjectKind::namespace_, Identifier(subject.space));
    add(privilege_on(space, role));
    add(privilege_on(space, ""));
  }
  void expression(const Expression& expression, const ExpressionContext&) {
    for (const ObjectId& id : expression.references) add(id);
  }

 private:
  void add(const ObjectId& id) {
    if (catalog_.contains(id)) found_.push_back(id);
  }
  // A foreign key may also rest on a unique index that is no constraint.
  void key_indexes(const QualifiedName& relation, const std::vector<Identifier>& columns) {
    for (const ObjectId& id : catalog_.indexes_of(relation)) {
      const auto* index = catalog_.get<Index>(id);
      if (!index->unique || !index->predicate.empty()) continue;
      std::vector<Identifier> indexed;
      for (const IndexElement& element : index->elements) indexed.push_back(element.attribute);
      if (std::is_permutation(columns.begin(), columns.end(), indexed.begin(), indexed.end())) {
        add(id);
      }
    }
  }
  void extension_member(ExtensionMember::Kind kind, const QualifiedName& name) {
    if (name.space.text() == "pg_catalog") return;
    for (const auto& [extension, members] : catalog_.extension_contents) {
      const bool holds = std::any_of(members.begin(), members.end(), [&](const ExtensionMember& m) {
        return m.kind == kind && m.name.name == name.name &&
               (name.space.empty() || m.name.space == name.space);
      });
      if (holds) add(object_id(ObjectKind::extension, Identifier(extension)));
    }
  }

  const Catalog& catalog_;
  std::vector<ObjectId>& found_;
};

bool names_attribute(const Catalog& catalog, const ObjectId& id, const ObjectId& attribute) {
  const auto needed = requirements_of(catalog, id);
  return std::binary_search(needed.begin(), needed.end(), attribute);
}

// A routine uses the transforms of its types whether it says so or not.
void add_transforms(const Catalog& catalog, const ObjectId& id, std::vector<ObjectId>& found) {
  const auto* routine = catalog.get<Routine>(id);
  if (routine == nullptr) return;
  const std::string& language = routine->language.text();
  if (language == "sql" || language == "plpgsql") return;
  const auto add = [&](const TypeRef& type) {
    ObjectId transform = object_id(ObjectKind::transform, type.name);
    transform.member = language;
    if (catalog.contains(transform)) found.push_back(transform);
  };
  for (const Argument& argument : routine->arguments) add(argument.type);
  add(routine->result);
  for (const TypeRef& type : routine->transforms) add(type);
}

class Within {
 public:
  explicit Within(const Catalog& catalog) : catalog_(catalog) {}

  std::vector<ObjectId> of(const ObjectId& id) {
    seen_.insert(id);
    queue_.push_back(id);
    while (!queue_.empty()) {
      const ObjectId next = queue_.front();
      queue_.pop_front();
      expand(next);
    }
    seen_.erase(id);
    return {seen_.begin(), seen_.end()};
  }

 private:
  void add(const ObjectId& id) {
    if (catalog_.contains(id) && seen_.insert(id).second) queue_.push_back(id);
  }
  void add_all(const std::vector<ObjectId>& ids) {
    for (const ObjectId& id : ids) add(id);
  }

  void expand(const ObjectId& id) {
    add_all(catalog_.about(id));
    switch (id.kind) {
      case ObjectKind::namespace_: return namespace_contents(id);
      case ObjectKind::relation:
      case ObjectKind::view:
      case ObjectKind::materialized_view: return relation_parts(id);
      case ObjectKind::domain: return add_all(catalog_.parts_of(id, ObjectKind::constraint));
      case ObjectKind::foreign_server:
        return add_all(catalog_.parts_of(id, ObjectKind::user_mapping));
      case ObjectKind::composite_type: return about_attributes(id);
      case ObjectKind::operator_family: return family_classes(id);
      case ObjectKind::extension: return privileges_on_members(id);
      case ObjectKind::attribute: return attribute_users(id);
      case ObjectKind::index: return partition_indexes(id);
      case ObjectKind::constraint: about_index_behind(id); return partition_constraints(id);
      case ObjectKind::trigger: return partition_triggers(id);
      case ObjectKind::publication: return published_by(id);
      default: return;
    }
  }

  void namespace_contents(const ObjectId& id) {
    for (const auto& [other, object] : catalog_.objects()) {
      if (other.space == id.name) add(other);
    }
    add_all(catalog_.parts_of(id, ObjectKind::published_schema));
  }

  // A family takes the classes in it along.
  void family_classes(const ObjectId& id) {
    for (const auto [other, operator_class] : catalog_.all<OperatorClass>()) {
      if (other.member == id.member && operator_class.family == id.qualified_name()) add(other);
    }
  }

  void privileges_on_members(const ObjectId& id) {
    for (const auto& entry : catalog_.all<Privilege>()) {
      if (extension_behind(catalog_, entry.first) == id) add(entry.first);
    }
  }

  void published_by(const ObjectId& id) {
    for (const ObjectKind kind : {ObjectKind::published_table, ObjectKind::published_schema}) {
      ObjectId first;
      first.kind = kind;
      const auto& objects = catalog_.objects();
      for (auto it = objects.lower_bound(first); it != objects.end() && it->first.kind == kind;
           ++it) {
        if (it->first.member == id.name) add(it->first);
      }
    }
  }

  // What is said about columns that are no objects of their own: of views and composite types.
  void about_attributes(const ObjectId& holder) {
    for (const ObjectKind kind :
         {ObjectKind::comment, ObjectKind::privilege, ObjectKind::security_label}) {
      ObjectId first;
      first.kind = kind;
      first.subject = ObjectKind::attribute;
      first.space = holder.space;
      first.name = holder.name;
      const auto& objects = catalog_.objects();
      for (auto it = objects.lower_bound(first); it != objects.end(); ++it) {
        if (it->first.kind != first.kind || it->first.subject != first.subject ||
            it->first.space != first.space || it->first.name != first.name) {
          break;
        }
        add(it->first);
      }
    }
  }

  void relation_parts(const ObjectId& id) {
    for (const ObjectKind kind :
         {ObjectKind::attribute, ObjectKind::attribute_default, ObjectKind::constraint,
          ObjectKind::trigger, ObjectKind::policy, ObjectKind::rule, ObjectKind::published_table}) {
      add_all(catalog_.parts_of(id, kind));
    }
    about_attributes(id);
    add_all(catalog_.indexes_of(id.qualified_name()));
    add_all(catalog_.sequences_of(id.qualified_name()));
    add_all(catalog_.partitions_of(id.qualified_name()));
    add_all(catalog_.statistics_of(id.qualified_name()));
  }

  // A dropped column takes its default, its sequences, its statistics and what indexes or
  // constrains it along.
  void attribute_users(const ObjectId& id) {
    ObjectId holder = *parent_of(id);
    ObjectId of_default = part_of(holder, ObjectKind::attribute_default, Identifier(id.member));
    add(of_default);
    for (const ObjectId& other : catalog_.parts_of(holder, ObjectKind::constraint)) {
      if (names_attribute(catalog_, other, id)) add(other);
    }
    for (const ObjectId& other : catalog_.indexes_of(id.qualified_name())) {
      if (names_attribute(catalog_, other, id)) add(other);
    }
    for (const ObjectId& other : catalog_.sequences_of(id.qualified_name())) {
      if (catalog_.get<Sequence>(other)->owner_attribute.text() == id.member) add(other);
    }
    for (const ObjectId& other : catalog_.statistics_of(id.qualified_name())) {
      if (names_attribute(catalog_, other, id)) add(other);
    }
  }

  void partition_indexes(const ObjectId& id) {
    add_all(catalog_.partitions_of_index(id.qualified_name()));
  }

  // It is no object, and has comments of its own all the same.
  void about_index_behind(const ObjectId& id) {
    const auto* constraint = catalog_.get<Constraint>(id);
    const ObjectId index = object_id(ObjectKind::index, qualified(id.space, id.member));
    if (has_index(*constraint)) add_all(catalog_.about(index));
  }

  void partition_constraints(const ObjectId& id) {
    const auto* parent = catalog_.get<Constraint>(id);
    for (const ObjectId& relation : catalog_.partitions_of(id.qualified_name())) {
      for (const ObjectId& other : catalog_.parts_of(relation, ObjectKind::constraint)) {
        const auto* child = catalog_.get<Constraint>(other);
        const bool clone = child->partition_of == id.qualified_name() &&
                           child->type == parent->type && child->columns == parent->columns &&
                           (parent->type != ConstraintType::check || other.member == id.member);
        if (clone) add(other);
      }
    }
  }

  void partition_triggers(const ObjectId& id) {
    for (const ObjectId& relation : catalog_.partitions_of(id.qualified_name())) {
      const ObjectId clone = part_of(relation, ObjectKind::trigger, Identifier(id.member));
      const auto* trigger = catalog_.get<Trigger>(clone);
      if (trigger != nullptr && trigger->inherited) add(clone);
    }
  }

  const Catalog& catalog_;
  std::set<ObjectId> seen_;
  std::deque<ObjectId> queue_;
};

}  // namespace

std::vector<ObjectId> Catalog::everything_within(const ObjectId& id) const {
  return Within(*this).of(id);
}

std::vector<ObjectId> requirements_of(const Catalog& catalog, const ObjectId& id) {
  std::vector<ObjectId> found;
  const auto parent = parent_of(id);
  if (parent && catalog.contains(*parent)) found.push_back(*parent);
  // What is said about the index behind a constraint goes with that.
  if (parent && parent->kind == ObjectKind::index && !catalog.contains(*parent)) {
    if (const auto constraint = catalog.find_class(parent->qualified_name())) {
      found.push_back(*constraint);
    }
  }
  if (!id.space.empty()) {
    const ObjectId space = object_id(ObjectKind::namespace_, Identifier(id.space));
    if (catalog.contains(space)) found.push_back(space);
  }
  if (const Object* object = catalog.find(id)) {
    Collector collector(catalog, found);
    visit_references(id, *object, collector);
  }
  add_transforms(catalog, id, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::erase(found, id);
  return found;
}

}  // namespace pgplumb
