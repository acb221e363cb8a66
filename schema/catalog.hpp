// One state of a database's schema: what a server has, what migrations make, what a team wants.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/source_text.hpp"
#include "schema/doubts.hpp"
#include "schema/extension_member.hpp"
#include "schema/links.hpp"
#include "schema/name_index.hpp"
#include "schema/object_id.hpp"
#include "schema/object_kinds.hpp"
#include "schema/object_map.hpp"
#include "schema/objects_of.hpp"

namespace pgplumb {

// Something that exists and is not modelled (or, from text, a statement not understood).
struct Unmanaged {
  std::string what;  // "operator public.===(integer, integer)", "statement CREATE RULE"
  SourceSpan span;   // nowhere when read from a server
};

using Places = std::unordered_map<ObjectId, SourceSpan, ObjectIdHash>;

// A value type. Objects never point at each other: names only.
class Catalog {
 public:
  using Objects = ObjectMap::Tree;

  [[nodiscard]] const Objects& objects() const { return objects_.tree(); }
  [[nodiscard]] std::size_t size() const { return objects().size(); }
  // Those of one kind, in id order, for `for (const auto [id, relation] :
  // catalog.all<Relation>())`.
  template <typename T>
  [[nodiscard]] ObjectsOf<T> all() const {
    const auto [begin, end] = range_of(KindOf<T>::value);
    return {begin, end};
  }
  [[nodiscard]] bool contains(const ObjectId& id) const { return find(id) != nullptr; }
  [[nodiscard]] const Object* find(const ObjectId& id) const;
  // What is changed through this pointer, or through `get`, must be changed before settle().
  [[nodiscard]] Object* find(const ObjectId& id);
  // Ends the time in which pointers from `find` and `get` may be written through. Asking stays
  // right without it and grows slower with each pointer handed out.
  void settle();

  // From here on, whatever is put, erased or handed out for writing is listed until settle().
  void record_changes() { recording_ = true; }
  [[nodiscard]] const std::vector<ObjectId>& changes() const { return changes_; }

  // Each object in id order, for writing; links and names (see links.hpp) must stay as they are.
  template <typename Visitor>
  void for_each(Visitor&& visit) {
    for (auto& [id, object] : objects_.tree()) visit(id, object);
  }

  template <typename T>
  [[nodiscard]] const T* get(const ObjectId& id) const {
    const Object* object = find(id);
    return object ? std::get_if<T>(object) : nullptr;
  }
  template <typename T>
  [[nodiscard]] T* get(const ObjectId& id) {
    Object* object = find(id);
    return object ? std::get_if<T>(object) : nullptr;
  }

  // Inserts or replaces. The alternative of `object` must be id.kind.
  void put(const ObjectId& id, Object object);
  // Removes the object alone; erase_with_parts also what cannot live without it (columns,
  // constraints, indexes, comments, privileges, owned sequences …, transitively).
  void erase(const ObjectId& id);
  void erase_with_parts(const ObjectId& id);

  // The parts of `holder` of one kind (attributes, constraints, triggers, policies, defaults), by
  // name.
  [[nodiscard]] std::vector<ObjectId> parts_of(const ObjectId& holder, ObjectKind kind) const;
  [[nodiscard]] std::size_t count_parts(const ObjectId& holder, ObjectKind kind) const;
  // The attributes of a relation in position order.
  [[nodiscard]] std::vector<ObjectId> attributes_of(const ObjectId& relation) const;
  // Indexes on a table or materialized view, by name.
  [[nodiscard]] std::vector<ObjectId> indexes_of(const QualifiedName& relation) const;
  // Partitions of a partitioned table, by name.
  [[nodiscard]] std::vector<ObjectId> partitions_of(const QualifiedName& relation) const;
  // Relations that inherit from it, partitions included, by name.
  [[nodiscard]] std::vector<ObjectId> children_of(const QualifiedName& relation) const;
  // Indexes that are attached to an index of a partitioned table, by name.
  [[nodiscard]] std::vector<ObjectId> partitions_of_index(const QualifiedName& index) const;
  // Sequences that belong to a column of it, by name.
  [[nodiscard]] std::vector<ObjectId> sequences_of(const QualifiedName& relation) const;
  // Statistics objects on its columns, by name.
  [[nodiscard]] std::vector<ObjectId> statistics_of(const QualifiedName& relation) const;
  // Owner, comment, privileges and labels about `subject`.
  [[nodiscard]] std::vector<ObjectId> about(const ObjectId& subject) const;
  // All objects that cannot live without `id` (see erase_with_parts), itself not included.
  [[nodiscard]] std::vector<ObjectId> everything_within(const ObjectId& id) const;

  // Whatever stands in pg_class under that name: relation, view, materialized view, sequence,
  // index or composite type (also the index behind a constraint: then the constraint).
  [[nodiscard]] std::optional<ObjectId> find_class(const QualifiedName& name) const;
  // Whatever stands in pg_type under that name: enum, domain, composite, base, shell, range (also
  // by the name of its multirange type), or a relation's row type.
  [[nodiscard]] std::optional<ObjectId> find_type(const QualifiedName& name) const;
  // Whether any constraint of that namespace has the name, whatever it belongs to.
  [[nodiscard]] bool has_constraint_named(const QualifiedName& name) const {
    return constraint_names_.contains(name);
  }
  // Every overload.
  [[nodiscard]] std::vector<ObjectId> find_routines(const QualifiedName& name) const;
  // Every object of that kind and name: overloads of an aggregate or operator, an operator class
  // or family of several access methods.
  [[nodiscard]] std::vector<ObjectId> find_named(ObjectKind kind, const QualifiedName& name) const;

  // Where an object was set last by text, or dropped last. Side tables: never part of equality.
  Places provenance;
  Places dropped;

  // Contents of the extensions that are installed, as far as they are known.
  ExtensionContents extension_contents;
  // What each extension says of itself: COMMENT ON EXTENSION counts where it says something else.
  std::map<std::string, std::string> extension_comments;
  // Live: the owner of most objects. Text: unset (whoever runs the migrations) or SET ROLE's.
  std::optional<std::string> default_owner;
  // Read but not modelled.
  std::vector<Unmanaged> unmanaged;
  // Statements whose effect the text does not tell; what they leave open stands in `doubts`.
  std::vector<Unmanaged> opaque;
  // A difference that rests on one of these is unknown.
  Doubts doubts;
  // Facts that this state may hold or not: who runs the text decides. Filled by reconcile().
  std::set<ObjectId> open_facts;
  // What extensions have taken in (ALTER EXTENSION … ADD), with all that is about it: no objects of
  // the model, and nothing that a plan drops where another state holds them.
  std::set<ObjectId> members;
  [[nodiscard]] bool may_hold(const ObjectId& id) const {
    return doubts.about_absence_of(id) || open_facts.contains(id) || members.contains(id);
  }
  // Server version (160002) of a live state; 0 for text.
  int server_version = 0;
  // The name of the database that a live state is of; "" for text.
  std::string database;
  std::string database_owner;
  // The version whose rules text was read by; 0: those of the newest.
  int written_for = 0;
  [[nodiscard]] int version() const { return server_version != 0 ? server_version : written_for; }
  // Who owns the namespace public where no fact says so: pg_database_owner, before PostgreSQL 15
  // the superuser that initdb made. Text: not known before PostgreSQL 15, "".
  std::string public_owner;
  // Live: sessions in this database are in UTC unless they say otherwise. Text: so are those that
  // run it, as far as that is known; a moment without an offset is the same moment then.
  bool sessions_in_utc = false;
  // Text: somewhere it turned check_function_bodies off, so that bodies may be what no server takes
  // that checks them.
  bool unchecked_bodies = false;
  // Namespace search path of a session that reads this state, as far as the text set one.
  std::vector<std::string> database_search_path = {"public"};

 private:
  void index_name(const ObjectId& id, const Object& object);
  void unindex_name(const ObjectId& id, const Object& object);
  [[nodiscard]] std::pair<Objects::const_iterator, Objects::const_iterator> range_of(
      ObjectKind kind) const;
  [[nodiscard]] Objects::const_iterator first_part(const ObjectId& holder, ObjectKind kind) const;
  void follow_lent() const;
  void record(const ObjectId& id) {
    if (recording_) changes_.push_back(id);
  }
  [[nodiscard]] std::vector<ObjectId> linked(const QualifiedName& name, ObjectKind kind) const;

  ObjectMap objects_;
  NameIndex classes_;           // pg_class names, constraint indexes too
  NameIndex constraint_names_;  // namespace and name
  NameIndex multiranges_;       // multirange type -> range type
  // Follows what was written through pointers when it is next asked.
  mutable Links links_;
  std::set<ObjectId> lent_;  // of the kinds that have links
  bool recording_ = false;
  std::vector<ObjectId> changes_;
};

// What initdb says of plpgsql.
inline constexpr std::string_view kPlpgsqlComment = "PL/pgSQL procedural language";

// What a new database holds before the first statement: schema public, extension plpgsql.
[[nodiscard]] Catalog empty_database();

// Calls visit_references of the object's kind.
template <typename Visitor>
void visit_references(const ObjectId& id, Object& object, Visitor& visit) {
  std::visit([&](auto& value) { visit_references(id, value, visit); }, object);
}
template <typename Visitor>
void visit_references(const ObjectId& id, const Object& object, Visitor& visit) {
  std::visit([&](const auto& value) { visit_references(id, value, visit); }, object);
}

// The objects of `catalog` that `id` needs to exist first (parents included), sorted, unique.
[[nodiscard]] std::vector<ObjectId> requirements_of(const Catalog& catalog, const ObjectId& id);

}  // namespace pgplumb
