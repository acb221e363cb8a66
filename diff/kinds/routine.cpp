#include <algorithm>

#include "diff/body_path.hpp"
#include "diff/create_form.hpp"
#include "diff/extension_dependency.hpp"
#include "diff/rules.hpp"
#include "diff/shell.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

bool is_output(const Argument& argument) {
  return argument.mode == ArgumentMode::out || argument.mode == ArgumentMode::inout ||
         argument.mode == ArgumentMode::table;
}

void write_argument(SqlWriter& sql, const Argument& argument) {
  if (argument.mode == ArgumentMode::out) sql.keyword("OUT");
  if (argument.mode == ArgumentMode::inout) sql.keyword("INOUT");
  if (argument.mode == ArgumentMode::variadic) sql.keyword("VARIADIC");
  if (!argument.name.empty()) sql.name(argument.name);
  sql.type(argument.type);
  if (!argument.default_value.empty()) sql.keyword("DEFAULT").expression(argument.default_value);
}

void write_arguments(SqlWriter& sql, const Routine& routine) {
  std::vector<Argument> arguments;
  for (const Argument& argument : routine.arguments) {
    if (argument.mode != ArgumentMode::table) arguments.push_back(argument);
  }
  sql.call().list(arguments, [&](const Argument& argument) { write_argument(sql, argument); });
  sql.close();
}

void write_result(SqlWriter& sql, const Routine& routine) {
  if (routine.routine_kind == RoutineKind::procedure || routine.result.empty()) return;
  std::vector<Argument> columns;
  for (const Argument& argument : routine.arguments) {
    if (argument.mode == ArgumentMode::table) columns.push_back(argument);
  }
  sql.keyword("RETURNS");
  if (!columns.empty()) {
    sql.keyword("TABLE").open();
    sql.list(columns, [&](const Argument& column) { sql.name(column.name).type(column.type); });
    sql.close();
    return;
  }
  sql.keyword_if(routine.returns_set, "SETOF").type(routine.result);
}

void write_transforms(SqlWriter& sql, const Routine& routine) {
  if (routine.transforms.empty()) return;
  sql.keyword("TRANSFORM").list(routine.transforms, [&](const TypeRef& type) {
    sql.keyword("FOR TYPE").type(type);
  });
}

void write_behaviour(SqlWriter& sql, const Routine& routine) {
  sql.keyword_if(routine.routine_kind == RoutineKind::window, "WINDOW");
  if (routine.volatility == Volatility::stable) sql.keyword("STABLE");
  if (routine.volatility == Volatility::immutable) sql.keyword("IMMUTABLE");
  sql.keyword_if(routine.strict, "STRICT");
  sql.keyword_if(routine.security_definer, "SECURITY DEFINER");
  sql.keyword_if(routine.leakproof, "LEAKPROOF");
  if (routine.parallel == ParallelSafety::safe) sql.keyword("PARALLEL SAFE");
  if (routine.parallel == ParallelSafety::restricted) sql.keyword("PARALLEL RESTRICTED");
}

void write_estimates(SqlWriter& sql, const Routine& routine) {
  if (!routine.cost.empty()) sql.keyword("COST").decimal(routine.cost);
  if (!routine.rows.empty()) sql.keyword("ROWS").decimal(routine.rows);
  if (!routine.support.empty()) sql.keyword("SUPPORT").name(routine.support);
}

void write_body(SqlWriter& sql, const Routine& routine) {
  if (!routine.sql_body.empty()) {
    sql.expression(routine.sql_body);
  } else if (!routine.library.empty()) {
    sql.keyword("AS").literal(routine.library).comma().literal(routine.body);
  } else {
    sql.keyword("AS").dollar_quoted(routine.body);
  }
}

// The columns of the row type that a routine returns.
std::vector<ObjectId> columns_of(const TypeRef& result, const Catalog& catalog) {
  const auto type = catalog.find_type(result.name);
  if (!type || type->kind != ObjectKind::relation) return {};
  return catalog.parts_of(*type, ObjectKind::attribute);
}

bool loses_column(const TypeRef& result, const Scope& scope) {
  const auto columns = columns_of(result, scope.current);
  return std::any_of(columns.begin(), columns.end(),
                     [&](const ObjectId& column) { return scope.is_dropped(column); });
}

// The server checks a parsed body against the columns that the result has at that moment.
void fit_result(Action& action, const Routine& routine, const Scope& scope) {
  if (routine.sql_body.empty()) return;
  for (const ObjectId& column : columns_of(routine.result, scope.current)) action.await(column);
  for (const ObjectId& column : columns_of(routine.result, scope.desired)) action.need(column);
}

Action write(const ObjectId& id, const Routine& routine, CreateForm form, const Scope& scope) {
  SqlWriter sql("CREATE");
  sql.keyword_if(form == CreateForm::replace, "OR REPLACE");
  const bool procedure = routine.routine_kind == RoutineKind::procedure;
  sql.keyword(procedure ? Words("PROCEDURE") : Words("FUNCTION")).name(id.qualified_name());
  write_arguments(sql, routine);
  if (!procedure) write_result(sql.line(1), routine);
  sql.line(1).keyword("LANGUAGE").name(routine.language);
  write_transforms(sql, routine);
  write_behaviour(sql, routine);
  write_estimates(sql, routine);
  for (const std::string& entry : routine.configuration) sql.line(1).setting(entry);
  write_body(sql.line(), routine);
  Action action = Action::making(id);
  fit_result(action, routine, scope);
  action.unchecked_body = routine.sql_body.empty() && routine.library.empty();
  action.needs_other_path =
      scope.desired.unchecked_bodies ||
      (action.unchecked_body &&
       (runs_as_another_role(routine) || needs_other_path(routine, scope.desired) ||
        names_what_went(routine, scope.desired) ||
        names_what_goes(routine, scope.current, scope.desired)));
  return action.statement(sql);
}

// CREATE OR REPLACE keeps what callers see: result, names of arguments, columns, defaults.
bool can_be_replaced(const Routine& current, const Routine& desired) {
  if (current.routine_kind != desired.routine_kind || current.returns_set != desired.returns_set ||
      compare_any(current.result, desired.result) != Verdict::equal ||
      current.arguments.size() != desired.arguments.size()) {
    return false;
  }
  for (std::size_t i = 0; i < current.arguments.size(); ++i) {
    const Argument& before = current.arguments[i];
    const Argument& after = desired.arguments[i];
    const bool renamed = before.name != after.name && (!before.name.empty() || is_output(after));
    const bool lost_default = !before.default_value.empty() && after.default_value.empty();
    const bool other_type =
        is_output(after) && compare_any(before.type, after.type) != Verdict::equal;
    if (renamed || lost_default || other_type || before.mode != after.mode) return false;
  }
  return true;
}

}  // namespace

Actions create(const ObjectId& id, const Routine& desired, const Scope& scope) {
  return write(id, desired, CreateForm::create, scope);
}

Actions drop(const ObjectId& id, const Routine& current, const Scope& scope) {
  SqlWriter sql("DROP");
  const bool procedure = current.routine_kind == RoutineKind::procedure;
  sql.keyword(procedure ? Words("PROCEDURE") : Words("FUNCTION"));
  write_signature(sql, id, current);
  Action action = Action::dropping(id);
  // A dropped type takes the functions that it is made of along.
  if (is_support_function(id, scope.current)) return action;
  action.statement(sql);
  if (!scope.is_dropped(id)) action.hazard(Hazard::recreates_object);
  return action;
}

Actions alter(const ObjectId& id, const Routine& current, const Routine& desired,
              const Changed<Routine>&, const Scope& scope) {
  if (!can_be_replaced(current, desired)) return Actions::replacement();
  // Its body fits the rows of the desired state, and has to let go of what they lose.
  if (!current.sql_body.empty() && loses_column(desired.result, scope)) {
    return Actions::replacement();
  }
  Actions actions(write(id, desired, CreateForm::replace, scope));
  return actions.add(renew_extension_dependencies(id, scope));
}

Actions rename(const ObjectId& before, const ObjectId& after, const Routine& value, const Scope&) {
  Actions actions;
  const bool procedure = value.routine_kind == RoutineKind::procedure;
  const Words words = procedure ? Words("ALTER PROCEDURE") : Words("ALTER FUNCTION");
  if (before.name != after.name) {
    SqlWriter sql(words);
    write_signature(sql, before, value);
    Action action = Action::renaming(before, after);
    actions.add(action.statement(sql.keyword("RENAME TO").name(Identifier(after.name))));
  }
  if (before.space != after.space) {
    ObjectId moving = after;
    moving.space = before.space;
    SqlWriter sql(words);
    write_signature(sql, moving, value);
    Action action = Action::renaming(before, after);
    action.need(object_id(ObjectKind::namespace_, Identifier(after.space)));
    actions.add(action.statement(sql.keyword("SET SCHEMA").name(Identifier(after.space))));
  }
  return actions;
}

}  // namespace pgplumb::diff
