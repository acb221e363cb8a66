#include <vector>

#include "diff/holder.hpp"
#include "diff/inheritance.hpp"
#include "diff/rules.hpp"
#include "diff/trigger_state.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

void write_timing(SqlWriter& sql, TriggerTiming timing) {
  switch (timing) {
    case TriggerTiming::before: sql.keyword("BEFORE"); return;
    case TriggerTiming::after: sql.keyword("AFTER"); return;
    case TriggerTiming::instead_of: sql.keyword("INSTEAD OF"); return;
  }
}

void write_events(SqlWriter& sql, const Trigger& trigger) {
  bool first = true;
  const auto event = [&](bool fires, Words word) {
    if (!fires) return;
    sql.keyword_if(!first, "OR").keyword(word);
    first = false;
  };
  event(trigger.on_insert, "INSERT");
  event(trigger.on_delete, "DELETE");
  event(trigger.on_truncate, "TRUNCATE");
  event(trigger.on_update, "UPDATE");
  if (trigger.on_update && !trigger.update_columns.empty()) {
    sql.keyword("OF").list(trigger.update_columns, [&](const Identifier& name) { sql.name(name); });
  }
}

void write_constraint(SqlWriter& sql, const Trigger& trigger) {
  if (!trigger.constraint) return;
  if (!trigger.constraint_relation.empty()) {
    sql.keyword("FROM").name(trigger.constraint_relation);
  }
  sql.keyword_if(trigger.deferrable, "DEFERRABLE");
  sql.keyword_if(trigger.initially_deferred, "INITIALLY DEFERRED");
}

void write_transition(SqlWriter& sql, const Trigger& trigger) {
  if (trigger.old_table.empty() && trigger.new_table.empty()) return;
  sql.line(1).keyword("REFERENCING");
  if (!trigger.old_table.empty()) sql.keyword("OLD TABLE AS").name(trigger.old_table);
  if (!trigger.new_table.empty()) sql.keyword("NEW TABLE AS").name(trigger.new_table);
}

SqlWriter create_statement(const ObjectId& id, const Trigger& trigger) {
  SqlWriter sql("CREATE");
  sql.keyword_if(trigger.constraint, "CONSTRAINT").keyword("TRIGGER").name(Identifier(id.member));
  write_timing(sql.line(1), trigger.timing);
  write_events(sql, trigger);
  sql.keyword("ON").name(id.qualified_name());
  write_constraint(sql, trigger);
  write_transition(sql, trigger);
  const bool row = trigger.level == TriggerLevel::row;
  sql.line(1).keyword(row ? Words("FOR EACH ROW") : Words("FOR EACH STATEMENT"));
  if (!trigger.when.empty()) sql.keyword("WHEN").parenthesized(trigger.when);
  sql.line(1).keyword("EXECUTE FUNCTION").name(trigger.function).call();
  sql.list(trigger.arguments, [&](const std::string& argument) { sql.literal(argument); });
  return sql.close();
}

// The copy that the server makes on a partition.
Actions implied(const ObjectId& id, const Scope& scope) {
  Action action = Action::making(id);
  if (const auto parent = inherited_part(scope.desired, id)) action.need(*parent);
  Actions actions(std::move(action));
  return actions.add(set_new_copy(id, scope));
}

}  // namespace

Actions create(const ObjectId& id, const Trigger& desired, const Scope& scope) {
  if (desired.inherited) return implied(id, scope);
  Action action = Action::making(id);
  action.statement(create_statement(id, desired));
  action.lock(id.qualified_name(), LockMode::share_row_exclusive);
  Actions actions(std::move(action));
  if (desired.enabled != TriggerEnabled::origin) {
    actions.add(set_new_trigger(id, desired.enabled));
  }
  return actions;
}

Actions drop(const ObjectId& id, const Trigger& current, const Scope& scope) {
  const auto parent = inherited_part(scope.current, id);
  if (current.inherited && parent && !scope.is_dropped(*parent_of(id))) {
    return Action::implied_drop(id, *parent);
  }
  SqlWriter sql("DROP TRIGGER");
  sql.name(Identifier(id.member)).keyword("ON").name(id.qualified_name());
  Action action = Action::dropping(id);
  action.statement(sql).vanishing(holder_of(scope.current, id));
  return action.lock(id.qualified_name(), LockMode::access_exclusive);
}

Actions alter(const ObjectId& id, const Trigger& current, const Trigger& desired,
              const Changed<Trigger>& changed, const Scope& scope) {
  const bool copy = current.inherited && desired.inherited;
  if (changed.only<&Trigger::enabled>()) {
    if (copy && is_set_with_original(id, scope)) return {};
    return set_trigger(id, desired.enabled, scope);
  }
  // Its original is made anew, and this one with it.
  if (copy) {
    Actions actions = implied(id, scope);
    const auto facts = scope.dependents_of(id);
    actions.remake.assign(facts.begin(), facts.end());
    return actions;
  }
  return Actions::replacement();
}

Actions rename(const ObjectId& before, const ObjectId& after, const Trigger&, const Scope&) {
  SqlWriter sql("ALTER TRIGGER");
  sql.name(Identifier(before.member)).keyword("ON").name(after.qualified_name());
  sql.keyword("RENAME TO").name(Identifier(after.member));
  return Action::renaming(before, after).statement(sql);
}

}  // namespace pgplumb::diff
