// A trigger on a table or view: pg_trigger, without internal ones.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(TriggerTiming, before, after, instead_of)
PGPLUMB_ENUM(TriggerLevel, statement, row)
PGPLUMB_ENUM(TriggerEnabled, origin, disabled, replica, always)

struct Trigger {
  TriggerTiming timing = TriggerTiming::before;
  TriggerLevel level = TriggerLevel::statement;
  bool on_insert = false;
  bool on_update = false;
  bool on_delete = false;
  bool on_truncate = false;
  std::vector<Identifier> update_columns;  // UPDATE OF, as it was written
  QualifiedName function;
  std::vector<std::string> arguments;
  Expression when;
  Identifier old_table;  // transition tables
  Identifier new_table;
  bool constraint = false;  // CREATE CONSTRAINT TRIGGER
  bool deferrable = false;
  bool initially_deferred = false;
  QualifiedName constraint_relation;  // FROM
  TriggerEnabled enabled = TriggerEnabled::origin;
  bool inherited = false;  // clone made by a partitioned parent's trigger

  static constexpr std::tuple fields{field<&Trigger::timing>("timing"),
                                     field<&Trigger::level>("level"),
                                     field<&Trigger::on_insert>("on_insert"),
                                     field<&Trigger::on_update>("on_update"),
                                     field<&Trigger::on_delete>("on_delete"),
                                     field<&Trigger::on_truncate>("on_truncate"),
                                     field<&Trigger::update_columns>("update_columns"),
                                     field<&Trigger::function>("function"),
                                     field<&Trigger::arguments>("arguments"),
                                     field<&Trigger::when>("when"),
                                     field<&Trigger::old_table>("old_table"),
                                     field<&Trigger::new_table>("new_table"),
                                     field<&Trigger::constraint>("constraint"),
                                     field<&Trigger::deferrable>("deferrable"),
                                     field<&Trigger::initially_deferred>("initially_deferred"),
                                     field<&Trigger::constraint_relation>("constraint_table"),
                                     field<&Trigger::enabled>("enabled"),
                                     field<&Trigger::inherited>("inherited")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Trigger>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  for (auto& column : self.update_columns) visit.attribute(id.qualified_name(), column);
  visit.function(self.function, {});  // one without arguments
  if (!self.constraint_relation.empty()) visit.relation(self.constraint_relation);
  if (!self.when.empty()) {
    visit.expression(self.when, {ExpressionRole::trigger_when, id.qualified_name(), {}});
  }
}

}  // namespace pgplumb
