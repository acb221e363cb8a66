#include "diff/wording.hpp"

#include <algorithm>
#include <map>

#include "base/assert.hpp"
#include "diff/inheritance.hpp"

namespace pgplumb::diff {
namespace {

std::map<std::string, std::string> by_name(const std::vector<std::string>& options) {
  std::map<std::string, std::string> entries;
  for (const std::string& option : options) {
    entries.emplace(option.substr(0, option.find('=')), option);
  }
  return entries;
}

void write_kind(SqlWriter& sql, ObjectKind kind) {
  switch (kind) {
    case ObjectKind::namespace_: sql.keyword("SCHEMA"); break;
    case ObjectKind::extension: sql.keyword("EXTENSION"); break;
    case ObjectKind::collation: sql.keyword("COLLATION"); break;
    case ObjectKind::conversion: sql.keyword("CONVERSION"); break;
    case ObjectKind::enum_type:
    case ObjectKind::composite_type:
    case ObjectKind::range_type:
    case ObjectKind::base_type:
    case ObjectKind::shell_type: sql.keyword("TYPE"); break;
    case ObjectKind::operator_class: sql.keyword("OPERATOR CLASS"); break;
    case ObjectKind::operator_family: sql.keyword("OPERATOR FAMILY"); break;
    case ObjectKind::text_search_configuration: sql.keyword("TEXT SEARCH CONFIGURATION"); break;
    case ObjectKind::text_search_dictionary: sql.keyword("TEXT SEARCH DICTIONARY"); break;
    case ObjectKind::text_search_parser: sql.keyword("TEXT SEARCH PARSER"); break;
    case ObjectKind::text_search_template: sql.keyword("TEXT SEARCH TEMPLATE"); break;
    case ObjectKind::domain: sql.keyword("DOMAIN"); break;
    case ObjectKind::foreign_data_wrapper: sql.keyword("FOREIGN DATA WRAPPER"); break;
    case ObjectKind::foreign_server: sql.keyword("SERVER"); break;
    case ObjectKind::sequence: sql.keyword("SEQUENCE"); break;
    case ObjectKind::relation: sql.keyword("TABLE"); break;
    case ObjectKind::attribute: sql.keyword("COLUMN"); break;
    case ObjectKind::view: sql.keyword("VIEW"); break;
    case ObjectKind::materialized_view: sql.keyword("MATERIALIZED VIEW"); break;
    case ObjectKind::constraint: sql.keyword("CONSTRAINT"); break;
    case ObjectKind::index: sql.keyword("INDEX"); break;
    case ObjectKind::trigger: sql.keyword("TRIGGER"); break;
    case ObjectKind::policy: sql.keyword("POLICY"); break;
    case ObjectKind::rule: sql.keyword("RULE"); break;
    case ObjectKind::statistics_object: sql.keyword("STATISTICS"); break;
    case ObjectKind::event_trigger: sql.keyword("EVENT TRIGGER"); break;
    case ObjectKind::publication: sql.keyword("PUBLICATION"); break;
    case ObjectKind::subscription: sql.keyword("SUBSCRIPTION"); break;
    case ObjectKind::language: sql.keyword("LANGUAGE"); break;
    case ObjectKind::access_method: sql.keyword("ACCESS METHOD"); break;
    default: PGPLUMB_ASSERT(false);  // no statement is about such a kind
  }
}

bool is_foreign_table(const ObjectId& id, const Scope& scope) {
  const auto* relation = scope.desired.get<Relation>(id);
  if (relation == nullptr) relation = scope.current.get<Relation>(id);
  return relation != nullptr && relation->relation_kind == RelationKind::foreign;
}

void write_routine(SqlWriter& sql, const ObjectId& id, const Scope& scope) {
  const auto* routine = scope.desired.get<Routine>(id);
  if (routine == nullptr) routine = scope.current.get<Routine>(id);
  PGPLUMB_ASSERT(routine != nullptr);
  if (routine->routine_kind == RoutineKind::procedure) {
    sql.keyword("PROCEDURE");
  } else {
    sql.keyword("FUNCTION");
  }
  write_signature(sql, id, *routine);
}

void write_transform(SqlWriter& sql, const ObjectId& id) {
  TypeRef type;
  type.name = id.qualified_name();
  sql.keyword("TRANSFORM FOR").type(type).keyword("LANGUAGE").name(Identifier(id.member));
}

template <typename T>
const T& object_of(const ObjectId& id, const Scope& scope) {
  const T* object = scope.desired.get<T>(id);
  if (object == nullptr) object = scope.current.get<T>(id);
  PGPLUMB_ASSERT(object != nullptr);
  return *object;
}

void write_operator(SqlWriter& sql, const ObjectId& id, const Scope& scope) {
  const auto& op = object_of<Operator>(id, scope);
  sql.keyword("OPERATOR").operator_name(id.qualified_name());
  write_operands(sql, op.left, op.right);
}

void write_cast(SqlWriter& sql, const ObjectId& id, const Scope& scope) {
  const auto& cast = object_of<Cast>(id, scope);
  sql.keyword("CAST").open().type(cast.source).keyword("AS").type(cast.target).close();
}

void write_argument(SqlWriter& sql, const Argument& argument) {
  sql.keyword_if(argument.mode == ArgumentMode::variadic, "VARIADIC").type(argument.type);
}

// Routines, aggregates, operators and casts: told apart by types.
bool write_by_types(SqlWriter& sql, const ObjectId& id, const Scope& scope) {
  switch (id.kind) {
    case ObjectKind::routine: write_routine(sql, id, scope); return true;
    case ObjectKind::aggregate:
      write_signature(sql.keyword("AGGREGATE"), id, object_of<Aggregate>(id, scope));
      return true;
    case ObjectKind::operator_: write_operator(sql, id, scope); return true;
    case ObjectKind::cast: write_cast(sql, id, scope); return true;
    default: return false;
  }
}

}  // namespace

SqlWriter alter_holder(const ObjectId& part) {
  SqlWriter sql("ALTER");
  PGPLUMB_ASSERT(part.subject.has_value());
  write_kind(sql, *part.subject);
  return sql.name(part.qualified_name());
}

SqlWriter alter_table(const QualifiedName& relation) {
  return SqlWriter("ALTER TABLE").name(relation);
}

SqlWriter alter_only(const QualifiedName& relation, const Scope& scope) {
  SqlWriter sql("ALTER TABLE");
  sql.keyword_if(has_children(relation, scope), "ONLY");
  return sql.name(relation);
}

void write_object(SqlWriter& sql, const ObjectId& id, const Scope& scope) {
  if (write_by_types(sql, id, scope)) return;
  if (id.kind == ObjectKind::transform) return write_transform(sql, id);
  sql.keyword_if(is_foreign_table(id, scope), "FOREIGN");
  write_kind(sql, id.kind);
  if (!id.subject) {
    if (id.space.empty()) {
      sql.name(Identifier(id.name));
    } else {
      sql.name(id.qualified_name());
    }
    const bool of_method =
        id.kind == ObjectKind::operator_class || id.kind == ObjectKind::operator_family;
    if (of_method) sql.keyword("USING").name(Identifier(id.member));
    return;
  }
  if (id.kind == ObjectKind::attribute) {
    sql.name(id.qualified_name()).dot().name(Identifier(id.member));
    return;
  }
  sql.name(Identifier(id.member)).keyword("ON");
  sql.keyword_if(id.subject == ObjectKind::domain, "DOMAIN").name(id.qualified_name());
}

void write_signature(SqlWriter& sql, const ObjectId& id, const Routine& routine) {
  std::vector<TypeRef> types;
  for (const Argument& argument : routine.arguments) {
    if (argument.mode == ArgumentMode::out || argument.mode == ArgumentMode::table) continue;
    types.push_back(argument.type);
    types.back().modifiers.clear();
  }
  sql.name(id.qualified_name()).call().list(types, [&](const TypeRef& type) { sql.type(type); });
  sql.close();
}

void write_signature(SqlWriter& sql, const ObjectId& id, const Aggregate& aggregate) {
  const auto& arguments = aggregate.arguments;
  const auto middle = arguments.begin() + aggregate.direct_arguments;
  const auto write = [&](const Argument& argument) { write_argument(sql, argument); };
  sql.name(id.qualified_name()).call();
  if (aggregate.aggregate_kind == AggregateKind::normal) {
    if (arguments.empty()) sql.keyword("*");
    sql.list(arguments, write).close();
    return;
  }
  sql.list(std::vector<Argument>(arguments.begin(), middle), write).keyword("ORDER BY");
  // One VARIADIC argument may stand for the direct and the aggregated ones.
  const bool shared = middle == arguments.end();
  sql.list(std::vector<Argument>(shared ? middle - 1 : middle, arguments.end()), write).close();
}

void write_operands(SqlWriter& sql, const TypeRef& left, const TypeRef& right) {
  sql.open();
  left.empty() ? sql.keyword("NONE") : sql.type(left);
  sql.comma().type(right).close();
}

Actions rename_object(const ObjectId& before, const ObjectId& after, const Scope& scope) {
  Actions actions;
  // The current state has the object under its new id.
  const auto alter = [&](const std::string& space, const std::string& name) {
    SqlWriter sql("ALTER");
    ObjectId id = after;
    id.space = space;
    id.name = name;
    if (const auto* aggregate = scope.current.get<Aggregate>(after)) {
      write_signature(sql.keyword("AGGREGATE"), id, *aggregate);
    } else if (const auto* op = scope.current.get<Operator>(after)) {
      sql.keyword("OPERATOR").operator_name(id.qualified_name());
      write_operands(sql, op->left, op->right);
    } else {
      write_object(sql, id, scope);
    }
    return sql;
  };
  if (before.name != after.name) {
    SqlWriter sql = alter(before.space, before.name);
    Action action = Action::renaming(before, after);
    actions.add(action.statement(sql.keyword("RENAME TO").name(Identifier(after.name))));
  }
  if (before.space != after.space) {
    SqlWriter sql = alter(before.space, after.name);
    Action action = Action::renaming(before, after);
    action.need(object_id(ObjectKind::namespace_, Identifier(after.space)));
    actions.add(action.statement(sql.keyword("SET SCHEMA").name(Identifier(after.space))));
  }
  return actions;
}

Action drop_object(const ObjectId& id, const Scope& scope) {
  SqlWriter sql("DROP");
  write_object(sql, id, scope);
  return Action::dropping(id).statement(sql);
}

Actions rename_in_namespace(Words words, const ObjectId& before, const ObjectId& after) {
  Actions actions;
  if (before.name != after.name) {
    SqlWriter sql("ALTER");
    sql.keyword(words).name(before.qualified_name()).keyword("RENAME TO");
    Action action = Action::renaming(before, after);
    actions.add(action.statement(sql.name(Identifier(after.name))));
  }
  if (before.space != after.space) {
    SqlWriter sql("ALTER");
    sql.keyword(words).name(qualified(before.space, after.name)).keyword("SET SCHEMA");
    Action action = Action::renaming(before, after);
    action.need(object_id(ObjectKind::namespace_, Identifier(after.space)));
    actions.add(action.statement(sql.name(Identifier(after.space))));
  }
  return actions;
}

Actions rename_with_table(Words words, const ObjectId& before, const ObjectId& after,
                          const QualifiedName& table, const Scope& scope) {
  if (before.name == after.name) return {};
  const ObjectId space = object_id(ObjectKind::namespace_, Identifier(before.space));
  const bool moves = before.space != after.space && scope.current.contains(space);
  SqlWriter sql("ALTER");
  sql.keyword(words).name(qualified(moves ? before.space : after.space, before.name));
  sql.keyword("RENAME TO").name(Identifier(after.name));
  Action action = Action::renaming(before, after);
  if (const auto holder = moves ? scope.current.find_class(table) : std::nullopt) {
    action.precedes = {*holder};
  }
  return action.statement(sql);
}

Actions rename_plain(Words words, const ObjectId& before, const ObjectId& after) {
  SqlWriter sql("ALTER");
  sql.keyword(words).name(Identifier(before.name)).keyword("RENAME TO");
  return Action::renaming(before, after).statement(sql.name(Identifier(after.name)));
}

Action drop_named(Words words, const ObjectId& id) {
  SqlWriter sql("DROP");
  sql.keyword(words).name(id.qualified_name());
  return Action::dropping(id).statement(sql);
}

OptionChanges option_changes(const std::vector<std::string>& current,
                             const std::vector<std::string>& desired) {
  OptionChanges changes;
  const auto before = by_name(current);
  const auto after = by_name(desired);
  for (const auto& [name, entry] : after) {
    const auto found = before.find(name);
    if (found == before.end() || found->second != entry) changes.set.push_back(entry);
  }
  for (const auto& [name, entry] : before) {
    if (!after.contains(name)) changes.reset.push_back(entry);
  }
  return changes;
}

namespace {

void lock_for_options(Action& action, const ObjectId& id) {
  switch (id.kind) {
    case ObjectKind::relation:
    case ObjectKind::materialized_view:
    case ObjectKind::attribute:
      action.lock(id.qualified_name(), LockMode::share_update_exclusive);
      return;
    case ObjectKind::view: action.lock(id.qualified_name(), LockMode::access_exclusive); return;
    default: return;
  }
}

}  // namespace

Actions set_options(const ObjectId& id, const SqlWriter& lead,
                    const std::vector<std::string>& current,
                    const std::vector<std::string>& desired) {
  const OptionChanges changes = option_changes(current, desired);
  Actions actions;
  if (!changes.set.empty()) {
    SqlWriter sql = lead;
    Action action = Action::changing(id);
    lock_for_options(action.statement(sql.keyword("SET").options(changes.set)), id);
    actions.add(std::move(action));
  }
  if (!changes.reset.empty()) {
    SqlWriter sql = lead;
    Action action = Action::changing(id);
    lock_for_options(action.statement(sql.keyword("RESET").option_names(changes.reset)), id);
    actions.add(std::move(action));
  }
  return actions;
}

bool a_body_may_name(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::enum_type:
    case ObjectKind::domain:
    case ObjectKind::composite_type:
    case ObjectKind::range_type:
    case ObjectKind::base_type:
    case ObjectKind::routine:
    case ObjectKind::aggregate:
    case ObjectKind::operator_:
    case ObjectKind::collation:
    case ObjectKind::text_search_configuration:
    case ObjectKind::sequence:
    case ObjectKind::relation:
    case ObjectKind::attribute:
    case ObjectKind::view:
    case ObjectKind::materialized_view: return true;
    default: return false;
  }
}

Words storage_word(Storage storage) {
  switch (storage) {
    case Storage::plain: return "PLAIN";
    case Storage::external: return "EXTERNAL";
    case Storage::extended: return "EXTENDED";
    case Storage::main: return "MAIN";
    case Storage::type_default: break;
  }
  return "DEFAULT";
}

}  // namespace pgplumb::diff
