// A constraint of a table or domain: pg_constraint. The index of a key or exclusion is folded in.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/kinds/index.hpp"
#include "schema/kinds/trigger.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(ConstraintType, primary_key, unique, foreign_key, check, exclusion, not_null)
PGPLUMB_ENUM(MatchType, simple, full, partial)
PGPLUMB_ENUM(ReferentialAction, no_action, restrict, cascade, set_null, set_default)

struct Constraint {
  ConstraintType type = ConstraintType::check;
  std::vector<Identifier> columns;  // keys and foreign keys, in order
  Expression check;                 // check only
  // foreign key
  QualifiedName foreign_relation;
  std::vector<Identifier> foreign_columns;
  MatchType match = MatchType::simple;
  ReferentialAction on_update = ReferentialAction::no_action;
  ReferentialAction on_delete = ReferentialAction::no_action;
  std::vector<Identifier> on_delete_columns;  // SET NULL (a, b); empty = all
  // primary key, unique, exclusion: the index behind it
  std::vector<IndexElement> elements;  // exclusion only
  std::vector<Identifier> include;
  Identifier access_method;  // exclusion only
  Expression predicate;      // exclusion only
  bool nulls_not_distinct = false;
  std::vector<std::string> options;
  Identifier tablespace;
  bool clustered = false;
  // Plain index of the partitioned table that it is attached to: no constraint knows of it.
  QualifiedName index_partition_of;
  std::vector<Identifier> kept_labels;  // as those of Index
  bool without_overlaps = false;        // last key column (PostgreSQL 18); foreign key: PERIOD
  // all
  bool deferrable = false;
  bool initially_deferred = false;
  bool validated = true;
  bool enforced = true;
  bool no_inherit = false;
  bool local = true;           // conislocal
  int inherited_from = 0;      // coninhcount
  QualifiedName partition_of;  // relation whose constraint it came from (conparentid)
  // What the server checks it with: foreign keys have triggers on both tables, of which one that
  // refers to itself has only the first; deferrable keys have some, too. ALTER TABLE … DISABLE
  // TRIGGER ALL turns off the check.
  TriggerEnabled triggers = TriggerEnabled::origin;
  TriggerEnabled foreign_triggers = TriggerEnabled::origin;

  static constexpr std::tuple fields{field<&Constraint::type>("type"),
                                     field<&Constraint::columns>("columns"),
                                     field<&Constraint::check>("check"),
                                     field<&Constraint::foreign_relation>("foreign_table"),
                                     field<&Constraint::foreign_columns>("foreign_columns"),
                                     field<&Constraint::match>("match"),
                                     field<&Constraint::on_update>("on_update"),
                                     field<&Constraint::on_delete>("on_delete"),
                                     field<&Constraint::on_delete_columns>("on_delete_columns"),
                                     field<&Constraint::elements>("elements"),
                                     field<&Constraint::include>("include"),
                                     field<&Constraint::access_method>("access_method"),
                                     field<&Constraint::predicate>("predicate"),
                                     field<&Constraint::nulls_not_distinct>("nulls_not_distinct"),
                                     field<&Constraint::options>("options"),
                                     field<&Constraint::tablespace>("tablespace"),
                                     field<&Constraint::clustered>("clustered"),
                                     field<&Constraint::index_partition_of>("index_partition_of"),
                                     field<&Constraint::without_overlaps>("without_overlaps"),
                                     field<&Constraint::deferrable>("deferrable"),
                                     field<&Constraint::initially_deferred>("initially_deferred"),
                                     field<&Constraint::validated>("validated"),
                                     field<&Constraint::enforced>("enforced"),
                                     field<&Constraint::no_inherit>("no_inherit"),
                                     field<&Constraint::local>("local"),
                                     field<&Constraint::inherited_from>("inherited_from"),
                                     field<&Constraint::partition_of>("partition_of"),
                                     field<&Constraint::triggers>("triggers"),
                                     field<&Constraint::foreign_triggers>("foreign_triggers")};
  static constexpr bool ownable = false;
};

// PRIMARY KEY or UNIQUE.
[[nodiscard]] inline bool is_unique_key(const Constraint& constraint) {
  return constraint.type == ConstraintType::primary_key ||
         constraint.type == ConstraintType::unique;
}

// Those and EXCLUDE: an index of the constraint's name stands behind it.
[[nodiscard]] inline bool has_index(const Constraint& constraint) {
  return is_unique_key(constraint) || constraint.type == ConstraintType::exclusion;
}

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Constraint>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  const QualifiedName holder = id.qualified_name();
  for (auto& column : self.columns) visit.attribute(holder, column);
  for (auto& column : self.include) visit.attribute(holder, column);
  for (auto& column : self.on_delete_columns) visit.attribute(holder, column);
  visit_index_elements(holder, self.access_method, self.elements, visit);
  if (!self.predicate.empty()) {
    visit.expression(self.predicate, {ExpressionRole::index_predicate, holder, {}});
  }
  if (!self.check.empty()) {
    const bool of_domain = id.subject == ObjectKind::domain;
    visit.expression(self.check, of_domain
                                     ? ExpressionContext{ExpressionRole::domain_check, holder, {}}
                                     : ExpressionContext{ExpressionRole::check, holder, {}});
  }
  for (auto& column : self.foreign_columns) visit.attribute(self.foreign_relation, column);
  if (!self.foreign_columns.empty()) visit.key(self.foreign_relation, self.foreign_columns);
  if (!self.foreign_relation.empty()) visit.relation(self.foreign_relation);
  if (!self.partition_of.empty()) visit.relation(self.partition_of);
  if (!self.index_partition_of.empty()) visit.index(self.index_partition_of);
}

// Whether the two say the same of an index: one CREATE TABLE that has both makes the first only (a
// primary key before all others); in two statements both are made.
[[nodiscard]] bool repeats(const Constraint& one, const Constraint& other);

}  // namespace pgplumb
