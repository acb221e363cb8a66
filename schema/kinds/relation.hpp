// A table of any sort: pg_class.relkind = 'r' or 'p'.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/kinds/sequence.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(RelationKind, ordinary, partitioned)
PGPLUMB_ENUM(ReplicaIdentity, default_, full, nothing, index)
PGPLUMB_ENUM(RowSecurity, disabled, enabled, forced)

struct PartitionKeyElement {
  Identifier attribute;  // empty: `expression`
  Expression expression;
  QualifiedName collation;       // empty = the column's own
  QualifiedName operator_class;  // empty = the type's default

  static constexpr std::tuple fields{field<&PartitionKeyElement::attribute>("column"),
                                     field<&PartitionKeyElement::expression>("expression"),
                                     field<&PartitionKeyElement::collation>("collation"),
                                     field<&PartitionKeyElement::operator_class>("operator_class")};
};

struct Relation {
  RelationKind relation_kind = RelationKind::ordinary;
  Persistence persistence = Persistence::permanent;
  QualifiedName of_type;                // typed table
  std::vector<QualifiedName> inherits;  // plain inheritance, in pg_inherits.inhseqno order
  Identifier partition_strategy;        // "list", "range", "hash"; empty = not partitioned
  std::vector<PartitionKeyElement> partition_key;
  QualifiedName partition_of;                        // parent; empty = not a partition
  Expression partition_bound;                        // "FOR VALUES …" or "DEFAULT"
  RowSecurity row_security = RowSecurity::disabled;  // forced: enabled and for the owner too
  bool row_security_forced_only = false;  // FORCE without ENABLE, which the catalog can hold
  ReplicaIdentity replica_identity = ReplicaIdentity::default_;
  QualifiedName replica_identity_index;  // with ReplicaIdentity::index
  Identifier access_method;              // empty = heap
  Identifier tablespace;                 // empty = the database's
  std::vector<std::string> options;      // "name=value", sorted; toast ones as "toast.name=value"

  static constexpr std::tuple fields{
      field<&Relation::relation_kind>("kind"),
      field<&Relation::persistence>("persistence"),
      field<&Relation::of_type>("of_type"),
      field<&Relation::inherits>("inherits"),
      field<&Relation::partition_strategy>("partition_strategy"),
      field<&Relation::partition_key>("partition_key"),
      field<&Relation::partition_of>("partition_of"),
      field<&Relation::partition_bound>("partition_bound"),
      field<&Relation::row_security>("row_security"),
      field<&Relation::row_security_forced_only>("row_security_forced_only"),
      field<&Relation::replica_identity>("replica_identity"),
      field<&Relation::replica_identity_index>("replica_identity_index"),
      field<&Relation::access_method>("access_method"),
      field<&Relation::tablespace>("tablespace"),
      field<&Relation::options>("options")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Relation>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  if (!self.of_type.empty()) visit.relation(self.of_type);
  if (!self.access_method.empty()) visit.access_method(self.access_method);
  for (auto& parent : self.inherits) visit.relation(parent);
  for (auto& element : self.partition_key) {
    if (!element.attribute.empty()) visit.attribute(id.qualified_name(), element.attribute);
    if (!element.expression.empty()) {
      visit.expression(element.expression,
                       {ExpressionRole::partition_key, id.qualified_name(), {}});
    }
    if (!element.collation.empty()) visit.collation(element.collation);
    if (!element.operator_class.empty()) visit.operator_class(element.operator_class);
  }
  if (!self.partition_of.empty()) {
    visit.expression(self.partition_bound,
                     {ExpressionRole::partition_bound, self.partition_of, {}});
    visit.relation(self.partition_of);
  }
  if (!self.replica_identity_index.empty()) visit.index(self.replica_identity_index);
}

}  // namespace pgplumb
