// A trigger on commands that change the schema, and on logins: pg_event_trigger.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/kinds/trigger.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct EventTrigger {
  std::string event;              // "ddl_command_end"
  std::vector<std::string> tags;  // upper case, as written; empty = all
  QualifiedName function;
  TriggerEnabled enabled = TriggerEnabled::origin;

  static constexpr std::tuple fields{
      field<&EventTrigger::event>("event"), field<&EventTrigger::tags>("tags"),
      field<&EventTrigger::function>("function"), field<&EventTrigger::enabled>("enabled")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, EventTrigger>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  visit.function(self.function, {});
}

}  // namespace pgplumb
