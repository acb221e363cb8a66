// Oids to names: loaded once per read, so that no query has to join for a name.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "introspect/oid.hpp"
#include "introspect/query_list.hpp"
#include "schema/identifier.hpp"
#include "schema/object_id.hpp"
#include "schema/type_ref.hpp"

namespace pgplumb::introspect {

// What the read leaves out besides system namespaces, temporary objects and extension members:
// tables (with their sequences, indexes and constraints) of these names.
using IgnoredNames = std::vector<QualifiedName>;

struct ClassEntry {
  QualifiedName name;
  char relkind = '\0';
  Oid indexed_relation = 0;  // of an index: its table
  // It, or the table of the index, is an object of the model (of a modelled kind, not ignored, not
  // an extension's).
  bool in_model = false;
};

struct TypeEntry {
  QualifiedName name;
  Oid element = 0;  // of a true array type; else 0
  Oid collation = 0;
  Oid base = 0;  // of a domain
  char storage = 'p';
  char category = '\0';
};

struct OperatorClassEntry {
  QualifiedName name;
  Oid access_method = 0;
  Oid input_type = 0;
  bool is_default = false;
};

struct AttributeEntry {
  Identifier name;  // empty: dropped
  Oid type = 0;
  Oid collation = 0;
};

class Names {
 public:
  static void ask(QueryList& queries);
  Names(const SlotRows& rows, const IgnoredNames& ignored);
  // The attribute kind's answer; its first columns are attrelid, attnum, attname, atttypid,
  // attcollation. Before that no attribute is known.
  void learn_attributes(const pg::Rows& rows);

  // Names of what does not exist (a row older than the snapshot) are empty.
  [[nodiscard]] const Identifier& space(Oid oid) const;
  // Not a system namespace, not a temporary one.
  [[nodiscard]] bool user_space(Oid oid) const { return user_spaces_.contains(oid); }
  [[nodiscard]] const std::string& role(Oid oid) const;  // "" for 0: PUBLIC
  [[nodiscard]] const QualifiedName& collation(Oid oid) const;
  [[nodiscard]] const Identifier& access_method(Oid oid) const;
  [[nodiscard]] const Identifier& tablespace(Oid oid) const;

  [[nodiscard]] const ClassEntry& relation(Oid oid) const;
  [[nodiscard]] bool in_model(Oid relation_oid) const { return relation(relation_oid).in_model; }
  // Of a table, view, materialized view, sequence, index or composite type in the model.
  [[nodiscard]] ObjectId relation_id(Oid oid) const;

  [[nodiscard]] const TypeEntry& type_entry(Oid oid) const;
  // `formatted`: format_type's text, needed for modifiers of types that are not built in.
  [[nodiscard]] TypeRef type(Oid oid, std::int64_t typmod = -1,
                             std::string_view formatted = {}) const;
  [[nodiscard]] const OperatorClassEntry& operator_class(Oid oid) const;
  // Whether CREATE INDEX on a value of `type` would choose `operator_class` by itself.
  [[nodiscard]] bool is_default_operator_class(Oid operator_class, Oid type) const;

  // By attnum; the entry of a missing one is empty. Tables only.
  [[nodiscard]] const AttributeEntry& attribute(Oid relation_oid, std::int64_t attnum) const;
  [[nodiscard]] std::vector<Identifier> attributes(Oid relation_oid,
                                                   const std::vector<std::int64_t>& attnums) const;
  // Place among the columns that exist, from 1.
  [[nodiscard]] int position(Oid relation_oid, std::int64_t attnum) const;

  [[nodiscard]] bool is_extension_member(Address address) const {
    return extension_members_.contains(address);
  }
  // pg_inherits of tables and indexes: parents in inhseqno order.
  [[nodiscard]] const std::vector<Oid>& parents(Oid relation_oid) const;

 private:
  void learn_spaces(const pg::Rows& rows);
  void learn_classes(const pg::Rows& rows, const IgnoredNames& ignored);
  void learn_types(const pg::Rows& rows);
  void learn_operator_classes(const pg::Rows& rows);
  void learn_members(const pg::Rows& rows);
  void learn_inheritance(const pg::Rows& rows);

  std::unordered_map<Oid, Identifier> spaces_;
  std::unordered_set<Oid> user_spaces_;
  std::unordered_map<Oid, std::string> roles_;
  std::unordered_map<Oid, QualifiedName> collations_;
  std::unordered_map<Oid, Identifier> access_methods_;
  std::unordered_map<Oid, Identifier> tablespaces_;
  std::unordered_map<Oid, ClassEntry> classes_;
  std::unordered_map<Oid, TypeEntry> types_;
  std::unordered_map<Oid, OperatorClassEntry> operator_classes_;
  // Access method and input type -> the operator class that is that pair's default.
  std::unordered_map<std::uint64_t, Oid> default_operator_classes_;
  std::unordered_map<Oid, std::vector<AttributeEntry>> attributes_;
  std::unordered_set<Address, AddressHash> extension_members_;
  std::unordered_map<Oid, std::vector<Oid>> parents_;
};

}  // namespace pgplumb::introspect
