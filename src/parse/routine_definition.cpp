#include "parse/routine_definition.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <string>

#include "base/letters.hpp"
#include "parse/replay.hpp"
#include "parse/settings.hpp"
#include "schema/type_ref.hpp"
#include "sql/deparse.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

ArgumentMode mode_of(FunctionParameterMode mode) {
  switch (mode) {
    case FUNC_PARAM_OUT: return ArgumentMode::out;
    case FUNC_PARAM_INOUT: return ArgumentMode::inout;
    case FUNC_PARAM_VARIADIC: return ArgumentMode::variadic;
    case FUNC_PARAM_TABLE: return ArgumentMode::table;
    default: return ArgumentMode::in;
  }
}

// The server keeps no modifiers of argument and result types.
TypeRef bare_type(const ::TypeName& name, const Replay& replay) {
  TypeRef type = replay.type(name);
  type.modifiers.clear();
  return type;
}

Argument argument_of(const FunctionParameter& parameter, const Replay& replay) {
  Argument argument;
  argument.mode = mode_of(parameter.mode);
  argument.name = Identifier(sql::text_of(parameter.name));
  argument.type = bare_type(*parameter.argType, replay);
  if (parameter.defexpr != nullptr) argument.default_value = replay.expression(parameter.defexpr);
  return argument;
}

bool is_output(const Argument& argument) {
  return argument.mode == ArgumentMode::out || argument.mode == ArgumentMode::inout ||
         argument.mode == ArgumentMode::table;
}

// The type that OUT arguments alone make: the single one's, or record.
TypeRef output_type(const Routine& routine) {
  TypeRef result;
  for (const Argument& argument : routine.arguments) {
    if (!is_output(argument)) continue;
    const bool record = routine.routine_kind == RoutineKind::procedure || !result.empty();
    result = record ? builtin_type("record") : argument.type;
  }
  return result;
}

// The shortest decimal that reads back as the same float4, as the server prints it.
std::string float_text(const Node* node) {
  float value = 0;
  if (const auto* integer = PGPLUMB_NODE_AS(node, Integer)) {
    value = static_cast<float>(integer->ival);
  } else if (const auto* number = PGPLUMB_NODE_AS(node, Float)) {
    const char* text = number->fval;
    std::from_chars(text, text + std::strlen(text), value);
  }
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

bool flag_of(const Node* node) {
  const auto* boolean = PGPLUMB_NODE_AS(node, Boolean);
  return boolean == nullptr || boolean->boolval;
}

QualifiedName support_function(const Node* node, const Replay& replay) {
  const auto* names = reinterpret_cast<const List*>(node);
  const auto found = replay.find_routines(names);
  if (!found.empty()) return found.front().qualified_name();
  const auto parts = sql::strings_of(names);
  if (parts.size() > 1) return qualified(parts[parts.size() - 2], parts.back());
  return qualified("pg_catalog", parts.empty() ? "" : parts.back());
}

// What a setting is worth when the text runs, only the session knows.
void apply_setting(const VariableSetStmt& statement, Routine& routine, Replay& replay) {
  if (statement.kind == VAR_RESET_ALL) return routine.configuration.clear();
  const std::string name = setting_name(sql::text_of(statement.name));
  routine.configuration.remove(name);
  if (statement.kind == VAR_SET_VALUE) {
    routine.configuration.push_back(name + "=" + setting_value(statement));
  } else if (statement.kind == VAR_SET_CURRENT && name == "search_path") {
    // A path that nobody has set has "$user" in it, or whatever the server says.
    if (replay.search_path() == replay.initial_search_path()) replay.assume();
    routine.configuration.push_back(name + "=" + path_text(replay.search_path()));
  } else if (statement.kind == VAR_SET_CURRENT) {
    const auto& setting = replay.options().setting;
    routine.configuration.push_back(name + kFromCurrent + "=" + (setting ? setting(name) : ""));
  }
  std::sort(routine.configuration.begin(), routine.configuration.end());
}

Volatility volatility_of(const std::string& word) {
  if (word == "immutable") return Volatility::immutable;
  return word == "stable" ? Volatility::stable : Volatility::volatile_;
}

ParallelSafety safety_of(const std::string& word) {
  if (word == "safe") return ParallelSafety::safe;
  return word == "restricted" ? ParallelSafety::restricted : ParallelSafety::unsafe;
}

void apply_option(const DefElem& option, Routine& routine, Replay& replay) {
  const std::string name = option.defname;
  if (name == "volatility")
    routine.volatility = volatility_of(sql::string_of(option.arg));
  else if (name == "strict")
    routine.strict = flag_of(option.arg);
  else if (name == "security")
    routine.security_definer = flag_of(option.arg);
  else if (name == "leakproof")
    routine.leakproof = flag_of(option.arg);
  else if (name == "parallel")
    routine.parallel = safety_of(lowered(sql::string_of(option.arg)));
  else if (name == "cost")
    routine.cost = float_text(option.arg);
  else if (name == "rows")
    routine.rows = float_text(option.arg);
  else if (name == "support")
    routine.support = support_function(option.arg, replay);
  else if (name == "transform") {
    for (const ::TypeName* type :
         sql::items<::TypeName>(reinterpret_cast<const List*>(option.arg))) {
      routine.transforms.push_back(bare_type(*type, replay));
    }
  } else if (name == "set") {
    apply_setting(*reinterpret_cast<const VariableSetStmt*>(option.arg), routine, replay);
  }
}

const DefElem* option_named(const List* options, std::string_view name) {
  for (const DefElem* option : sql::items<DefElem>(options)) {
    if (name == option->defname) return option;
  }
  return nullptr;
}

// AS 'body', AS 'library', AS 'library', 'symbol'.
void apply_body(const std::vector<std::string>& texts, const std::string& own_name,
                Routine& routine) {
  if (routine.language.text() == "c") {
    routine.library = texts[0];
    routine.body = texts.size() > 1 && texts[1] != "-" ? texts[1] : own_name;
  } else {
    routine.body = texts[0].empty() && routine.language.text() == "internal" ? own_name : texts[0];
  }
}

std::string atomic_body(const List& statements) {
  std::string text = "BEGIN ATOMIC";
  for (const Node* list : sql::items<Node>(&statements)) {
    for (const Node* statement : sql::items<Node>(reinterpret_cast<const List*>(list))) {
      const auto* result = PGPLUMB_NODE_AS(statement, ReturnStmt);
      text += "\n ";
      text += result != nullptr ? "RETURN " + sql::deparse_expression(result->returnval)
                                : sql::deparse_statement(statement);
      text += ";";
    }
  }
  return text + "\nEND";
}

Expression sql_body_of(const Node* body, const Replay& replay) {
  Expression expression;
  expression.search_path = replay.shared_search_path();
  if (const auto* result = PGPLUMB_NODE_AS(body, ReturnStmt)) {
    expression.text = "RETURN " + sql::deparse_expression(result->returnval);
  } else {
    expression.text = atomic_body(*reinterpret_cast<const List*>(body));
  }
  return expression;
}

bool fits(const ObjectId& id, RoutineWord word, const Replay& replay) {
  if (word == RoutineWord::routine) return true;
  const auto* routine = replay.catalog().get<Routine>(id);
  const bool procedure = routine != nullptr && routine->routine_kind == RoutineKind::procedure;
  return procedure == (word == RoutineWord::procedure);
}

// All argument types, outputs too: how a procedure may be named as well.
std::string full_key(const Routine& routine) {
  std::vector<TypeRef> types;
  for (const Argument& argument : routine.arguments) types.push_back(argument.type);
  return arguments_key(types);
}

std::vector<TypeRef> types_of(const ::ObjectWithArgs& name, const Replay& replay) {
  std::vector<TypeRef> types;
  for (const TypeName* type : sql::items<TypeName>(name.objargs)) {
    types.push_back(bare_type(*type, replay));
  }
  return types;
}

void check_rows(const List* options, const Routine& routine, Replay& replay) {
  const DefElem* rows = option_named(options, "rows");
  if (rows == nullptr) return;
  if (!routine.returns_set) {
    replay.error(DiagnosticCode::refused_statement,
                 "ROWS is not applicable when function does not return a set", rows->location);
  } else if (routine.rows == "0" || routine.rows.starts_with("-")) {
    replay.error(DiagnosticCode::refused_statement, "ROWS must be positive", rows->location);
  }
}

}  // namespace

void apply_routine_options(const ::List* options, Routine& routine, Replay& replay) {
  for (const DefElem* option : sql::items<DefElem>(options)) apply_option(*option, routine, replay);
}

void drop_default_estimates(Routine& routine) {
  const std::string& language = routine.language.text();
  if (routine.cost == (language == "c" || language == "internal" ? "1" : "100")) {
    routine.cost.clear();
  }
  if (routine.rows == "1000" || !routine.returns_set) routine.rows.clear();
}

Routine routine_of(const ::CreateFunctionStmt& statement, Replay& replay) {
  Routine routine;
  if (statement.is_procedure) routine.routine_kind = RoutineKind::procedure;
  for (const FunctionParameter* parameter : sql::items<FunctionParameter>(statement.parameters)) {
    routine.arguments.push_back(argument_of(*parameter, replay));
  }
  if (statement.returnType != nullptr) {
    routine.result = bare_type(*statement.returnType, replay);
    routine.returns_set = statement.returnType->setof;
  } else {
    routine.result = output_type(routine);
  }
  const DefElem* language = option_named(statement.options, "language");
  routine.language = Identifier(language ? lowered(sql::string_of(language->arg)) : "sql");
  const DefElem* window = option_named(statement.options, "window");
  if (window != nullptr && flag_of(window->arg)) routine.routine_kind = RoutineKind::window;
  if (const DefElem* body = option_named(statement.options, "as")) {
    const auto names = sql::strings_of(statement.funcname);
    apply_body(sql::strings_of(reinterpret_cast<const List*>(body->arg)), names.back(), routine);
  }
  if (statement.sql_body != nullptr) routine.sql_body = sql_body_of(statement.sql_body, replay);
  apply_routine_options(statement.options, routine, replay);
  check_rows(statement.options, routine, replay);
  drop_default_estimates(routine);
  return routine;
}

ObjectId routine_id(const QualifiedName& name, const std::vector<Argument>& arguments) {
  ObjectId id = object_id(ObjectKind::routine, name);
  id.member = arguments_key(arguments);
  return id;
}

std::optional<ObjectId> find_routine(const ::ObjectWithArgs& name, RoutineWord word,
                                     const Replay& replay) {
  std::vector<ObjectId> found = replay.find_routines(name.objname);
  std::erase_if(found, [&](const ObjectId& id) { return !fits(id, word, replay); });
  if (!name.args_unspecified) {
    const std::string key = arguments_key(types_of(name, replay));
    for (const ObjectId& id : found) {
      if (id.member == key) return id;
    }
    std::erase_if(found, [&](const ObjectId& id) {
      const auto* routine = replay.catalog().get<Routine>(id);
      return routine->routine_kind != RoutineKind::procedure || full_key(*routine) != key;
    });
  }
  if (found.size() != 1) return std::nullopt;
  return found.front();
}

std::optional<std::string> written_signature(const ::ObjectWithArgs& name, const Replay& replay) {
  if (name.args_unspecified) return std::nullopt;
  return arguments_key(types_of(name, replay));
}

std::optional<ObjectId> find_aggregate(const ::ObjectWithArgs& name, const Replay& replay) {
  const std::vector<std::string> parts = sql::strings_of(name.objname);
  SearchPath spaces = replay.search_path();
  if (parts.size() > 1) spaces = {parts[parts.size() - 2]};
  for (const std::string& space : spaces) {
    const QualifiedName there = qualified(space, parts.back());
    const auto all = replay.catalog().find_named(ObjectKind::aggregate, there);
    if (name.args_unspecified && all.size() == 1) return all.front();
    ObjectId id = object_id(ObjectKind::aggregate, there);
    id.member = arguments_key(types_of(name, replay));
    if (!name.args_unspecified && replay.catalog().contains(id)) return id;
  }
  return std::nullopt;
}

}  // namespace pgplumb::parse
