// An aggregate function: pg_aggregate with its row of pg_proc. Identity: namespace, name, input
// types, as a routine's.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/kinds/routine.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(AggregateKind, normal, ordered_set, hypothetical_set)
// What a final function may do to the state: pg_aggregate.aggfinalmodify.
PGPLUMB_ENUM(FinalModify, read_only, shareable, read_write)

struct Aggregate {
  AggregateKind aggregate_kind = AggregateKind::normal;
  std::vector<Argument> arguments;  // in and variadic only; direct ones first
  int direct_arguments = 0;         // ordered-set and hypothetical-set aggregates
  // What it returns: pg_proc.prorettype, empty where the text does not tell. Not a field: it
  // follows from the functions.
  TypeRef result;
  QualifiedName state_function;
  TypeRef state_type;
  int state_space = 0;  // 0 = the server's estimate
  QualifiedName final_function;
  bool final_extra = false;
  FinalModify final_modify = FinalModify::read_only;
  QualifiedName combine_function;
  QualifiedName serialize_function;
  QualifiedName deserialize_function;
  std::optional<std::string> initial_condition;
  QualifiedName moving_state_function;
  QualifiedName moving_inverse_function;
  TypeRef moving_state_type;
  int moving_state_space = 0;
  QualifiedName moving_final_function;
  bool moving_final_extra = false;
  FinalModify moving_final_modify = FinalModify::read_only;
  std::optional<std::string> moving_initial_condition;
  QualifiedName sort_operator;
  ParallelSafety parallel = ParallelSafety::unsafe;

  static constexpr std::tuple fields{
      field<&Aggregate::aggregate_kind>("kind"),
      field<&Aggregate::arguments>("arguments"),
      field<&Aggregate::direct_arguments>("direct_arguments"),
      field<&Aggregate::state_function>("state_function"),
      field<&Aggregate::state_type>("state_type"),
      field<&Aggregate::state_space>("state_space"),
      field<&Aggregate::final_function>("final_function"),
      field<&Aggregate::final_extra>("final_extra"),
      field<&Aggregate::final_modify>("final_modify"),
      field<&Aggregate::combine_function>("combine_function"),
      field<&Aggregate::serialize_function>("serialize_function"),
      field<&Aggregate::deserialize_function>("deserialize_function"),
      field<&Aggregate::initial_condition>("initial_condition"),
      field<&Aggregate::moving_state_function>("moving_state_function"),
      field<&Aggregate::moving_inverse_function>("moving_inverse_function"),
      field<&Aggregate::moving_state_type>("moving_state_type"),
      field<&Aggregate::moving_state_space>("moving_state_space"),
      field<&Aggregate::moving_final_function>("moving_final_function"),
      field<&Aggregate::moving_final_extra>("moving_final_extra"),
      field<&Aggregate::moving_final_modify>("moving_final_modify"),
      field<&Aggregate::moving_initial_condition>("moving_initial_condition"),
      field<&Aggregate::sort_operator>("sort_operator"),
      field<&Aggregate::parallel>("parallel")};
  static constexpr bool ownable = true;
};

// The types that a state function is called with: the state, then what is aggregated.
[[nodiscard]] std::vector<TypeRef> transition_arguments(const Aggregate& aggregate,
                                                        const TypeRef& state);
// The types that a final function is called with; `extra`: it also gets what is aggregated.
[[nodiscard]] std::vector<TypeRef> final_arguments(const Aggregate& aggregate, const TypeRef& state,
                                                   bool extra);

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Aggregate>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  const Aggregate before = self;
  const TypeRef& state = before.state_type;
  const TypeRef& moving = before.moving_state_type;
  const TypeRef internal = builtin_type("internal");
  const auto function = [&](auto& name, const std::vector<TypeRef>& arguments) {
    if (!name.empty()) visit.function(name, arguments);
  };
  function(self.state_function, transition_arguments(before, state));
  function(self.final_function, final_arguments(before, state, before.final_extra));
  function(self.combine_function, {state, state});
  function(self.serialize_function, {internal});
  function(self.deserialize_function, {builtin_type("bytea"), internal});
  function(self.moving_state_function, transition_arguments(before, moving));
  function(self.moving_inverse_function, transition_arguments(before, moving));
  function(self.moving_final_function, final_arguments(before, moving, before.moving_final_extra));
  if (!self.sort_operator.empty() && !before.arguments.empty()) {
    visit.operator_(self.sort_operator, before.arguments[0].type, before.arguments[0].type);
  }
  for (auto& argument : self.arguments) visit.type(argument.type);
  visit.type(self.state_type);
  if (!self.moving_state_type.empty()) visit.type(self.moving_state_type);
  if (!self.result.empty()) visit.type(self.result);
}

}  // namespace pgplumb
