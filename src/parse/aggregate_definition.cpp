// CREATE [OR REPLACE] AGGREGATE, in both syntaxes.
#include <algorithm>

#include "parse/definition.hpp"
#include "parse/definitions.hpp"
#include "parse/extension_dependencies.hpp"
#include "sql/lookup.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

void read_arguments(const ::DefineStmt& statement, Aggregate& aggregate, const Replay& replay) {
  const auto parts = sql::items<::Node>(statement.args);
  const auto* parameters = reinterpret_cast<const ::List*>(parts[0]);
  const auto* direct = PGPLUMB_NODE_AS(parts[1], Integer);
  if (direct != nullptr && direct->ival >= 0) {
    aggregate.aggregate_kind = AggregateKind::ordered_set;
    aggregate.direct_arguments = direct->ival;
  }
  for (const auto* parameter : sql::items<::FunctionParameter>(parameters)) {
    Argument argument;
    if (parameter->mode == FUNC_PARAM_VARIADIC) argument.mode = ArgumentMode::variadic;
    argument.name = Identifier(sql::text_of(parameter->name));
    argument.type = replay.type(*parameter->argType);
    argument.type.modifiers.clear();
    aggregate.arguments.push_back(std::move(argument));
  }
}

// BASETYPE of the old syntax: a type, or ANY for none.
void read_base_type(const Definition& definition, Aggregate& aggregate) {
  if (definition.word({"basetype"}) == "any") return;
  Argument argument;
  argument.type = definition.type({"basetype"});
  aggregate.arguments.push_back(std::move(argument));
}

FinalModify modify_of(const std::string& word, const Aggregate& aggregate) {
  if (word == "shareable") return FinalModify::shareable;
  if (word == "read_write") return FinalModify::read_write;
  const bool normal = aggregate.aggregate_kind == AggregateKind::normal;
  return word.empty() && !normal ? FinalModify::read_write : FinalModify::read_only;
}

void read_state(const Definition& definition, Aggregate& aggregate) {
  const TypeRef& state = aggregate.state_type;
  const TypeRef internal = builtin_type("internal");
  aggregate.state_function =
      definition.function({"sfunc", "sfunc1"}, transition_arguments(aggregate, state));
  aggregate.state_space = definition.number({"sspace"});
  aggregate.final_extra = definition.flag({"finalfunc_extra"});
  aggregate.final_function =
      definition.function({"finalfunc"}, final_arguments(aggregate, state, aggregate.final_extra));
  aggregate.final_modify = modify_of(definition.word({"finalfunc_modify"}), aggregate);
  aggregate.combine_function = definition.function({"combinefunc"}, {state, state});
  aggregate.serialize_function = definition.function({"serialfunc"}, {internal});
  aggregate.deserialize_function =
      definition.function({"deserialfunc"}, {builtin_type("bytea"), internal});
  aggregate.initial_condition = definition.text({"initcond", "initcond1"});
}

void read_moving(const Definition& definition, Aggregate& aggregate) {
  aggregate.moving_state_type = definition.type({"mstype"});
  const TypeRef& state = aggregate.moving_state_type;
  const std::vector<TypeRef> arguments = transition_arguments(aggregate, state);
  aggregate.moving_state_function = definition.function({"msfunc"}, arguments);
  aggregate.moving_inverse_function = definition.function({"minvfunc"}, arguments);
  aggregate.moving_state_space = definition.number({"msspace"});
  aggregate.moving_final_extra = definition.flag({"mfinalfunc_extra"});
  aggregate.moving_final_function = definition.function(
      {"mfinalfunc"}, final_arguments(aggregate, state, aggregate.moving_final_extra));
  aggregate.moving_final_modify = modify_of(definition.word({"mfinalfunc_modify"}), aggregate);
  aggregate.moving_initial_condition = definition.text({"minitcond"});
}

TypeRef result_of(const Definition& definition, const Aggregate& aggregate, const Replay& replay) {
  const std::vector<std::string> names = definition.names({"finalfunc"});
  if (names.empty()) return aggregate.state_type;
  const auto arguments = final_arguments(aggregate, aggregate.state_type, aggregate.final_extra);
  return sql::find_function(names, arguments, replay.catalog(), replay.search_path()).result;
}

Aggregate aggregate_of(const ::DefineStmt& statement, const Replay& replay) {
  const Definition definition(statement.definition, replay);
  Aggregate aggregate;
  if (statement.oldstyle) {
    read_base_type(definition, aggregate);
  } else {
    read_arguments(statement, aggregate, replay);
  }
  if (definition.flag({"hypothetical"})) {
    aggregate.aggregate_kind = AggregateKind::hypothetical_set;
  }
  aggregate.state_type = definition.type({"stype", "stype1"});
  read_state(definition, aggregate);
  read_moving(definition, aggregate);
  const std::vector<std::string> sort = definition.names({"sortop"});
  if (!sort.empty() && !aggregate.arguments.empty()) {
    const TypeRef& type = aggregate.arguments[0].type;
    const auto found = sql::find_operator(sort, type, type, replay.catalog(), replay.search_path());
    aggregate.sort_operator = found.value_or(
        qualified(sort.size() > 1 ? sort[sort.size() - 2] : "pg_catalog", sort.back()));
  }
  const std::string parallel = definition.word({"parallel"});
  if (parallel == "safe") aggregate.parallel = ParallelSafety::safe;
  if (parallel == "restricted") aggregate.parallel = ParallelSafety::restricted;
  aggregate.result = result_of(definition, aggregate, replay);
  return aggregate;
}

}  // namespace

void define_aggregate(const ::DefineStmt& statement, Replay& replay) {
  Aggregate aggregate = aggregate_of(statement, replay);
  ObjectId id = object_id(ObjectKind::aggregate, replay.creation_name(statement.defnames));
  id.member = arguments_key(aggregate.arguments);
  auto* existing = replay.model().get<Aggregate>(id);
  if (existing == nullptr) return replay.put(id, std::move(aggregate));
  if (!statement.replace) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "\"" + shown(id) + "\" exists already; write CREATE OR REPLACE");
  }
  *existing = std::move(aggregate);
  replay.touch(id);
  forget_extension_dependencies(id, replay);
}

}  // namespace pgplumb::parse
