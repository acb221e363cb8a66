#include "diff/trigger_state.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "diff/inheritance.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

// The state of the checks of one constraint that stand on `table`; nothing when it has none there.
std::optional<TriggerEnabled> state_on(const QualifiedName& table, const ObjectId& id,
                                       const Constraint& constraint) {
  if (id.subject == ObjectKind::relation && id.qualified_name() == table) {
    const bool checked = constraint.type == ConstraintType::foreign_key || constraint.deferrable;
    return checked ? std::optional(constraint.triggers) : std::nullopt;
  }
  const bool referenced =
      constraint.type == ConstraintType::foreign_key && constraint.foreign_relation == table;
  return referenced ? std::optional(constraint.foreign_triggers) : std::nullopt;
}

struct Checks {
  std::optional<ObjectId> first_changed;  // whose rule writes the statement
  bool all_the_same = true;
};

Checks checks_on(const QualifiedName& table, TriggerEnabled wanted, const Scope& scope) {
  Checks checks;
  for (const auto [id, constraint] : scope.desired.all<Constraint>()) {
    const auto state = state_on(table, id, constraint);
    if (!state) continue;
    checks.all_the_same = checks.all_the_same && *state == wanted;
    const auto* before = scope.current.get<Constraint>(id);
    const auto was = before == nullptr ? std::nullopt : state_on(table, id, *before);
    if (!checks.first_changed && was.value_or(TriggerEnabled::origin) != *state) {
      checks.first_changed = id;
    }
  }
  return checks;
}

Action set_all(const ObjectId& id, const QualifiedName& table, TriggerEnabled wanted,
               const Scope& scope) {
  const bool off = wanted == TriggerEnabled::disabled;
  SqlWriter sql = alter_only(table, scope);
  sql.keyword(off ? Words("DISABLE TRIGGER ALL") : Words("ENABLE TRIGGER ALL"));
  Action action = Action::changing(id);
  action.need(id).statement(sql).lock(table, LockMode::share_row_exclusive);
  action.hazard(off ? Hazard::disables_checks : Hazard::enables_checks);
  const ObjectId relation = object_id(ObjectKind::relation, table);
  for (const ObjectKind kind : {ObjectKind::constraint, ObjectKind::trigger}) {
    for (const ObjectId& part : scope.desired.parts_of(relation, kind)) action.need(part);
  }
  return action;
}

Actions set_on(const ObjectId& id, const QualifiedName& table, TriggerEnabled wanted,
               const Scope& scope) {
  const Checks checks = checks_on(table, wanted, scope);
  const bool nameless = wanted == TriggerEnabled::always || wanted == TriggerEnabled::replica;
  if (nameless || !checks.all_the_same) {
    return Actions::not_possible(
        "the triggers that check it have no names of their own, and ALTER TABLE … TRIGGER ALL "
        "would change the others of the table as well");
  }
  // None has changed: the constraint is made anew, and starts with all of its triggers enabled.
  if (checks.first_changed.value_or(id) != id) return {};
  Actions actions(set_all(id, table, wanted, scope));
  const ObjectId relation = object_id(ObjectKind::relation, table);
  for (const ObjectId& part : scope.desired.parts_of(relation, ObjectKind::trigger)) {
    const TriggerEnabled state = scope.desired.get<Trigger>(part)->enabled;
    if (state == wanted) continue;
    Action action = set_trigger(part, state, scope);
    action.id = id;
    action.makes.clear();
    actions.add(action.need(part));
  }
  return actions;
}

Action set_state(SqlWriter sql, const ObjectId& id, TriggerEnabled enabled) {
  switch (enabled) {
    case TriggerEnabled::origin: sql.keyword("ENABLE TRIGGER"); break;
    case TriggerEnabled::disabled: sql.keyword("DISABLE TRIGGER"); break;
    case TriggerEnabled::replica: sql.keyword("ENABLE REPLICA TRIGGER"); break;
    case TriggerEnabled::always: sql.keyword("ENABLE ALWAYS TRIGGER"); break;
  }
  Action action = Action::making(id);
  action.statement(sql.name(Identifier(id.member)));
  return action.lock(id.qualified_name(), LockMode::share_row_exclusive);
}

// Whether all copies of the trigger, and copies of those, shall be in its state.
bool is_one_state(const ObjectId& trigger, const Scope& scope) {
  const TriggerEnabled wanted = scope.desired.get<Trigger>(trigger)->enabled;
  const auto agrees = [&](const ObjectId& child) {
    const ObjectId copy = part_of(child, ObjectKind::trigger, Identifier(trigger.member));
    const auto* state = scope.desired.get<Trigger>(copy);
    if (state == nullptr || !state->inherited) return true;
    return state->enabled == wanted && is_one_state(copy, scope);
  };
  return std::ranges::all_of(children_of(scope.desired, *parent_of(trigger)), agrees);
}

}  // namespace

bool is_set_with_original(const ObjectId& copy, const Scope& scope) {
  const auto original = inherited_part(scope.desired, copy);
  if (!original || !scope.desired.get<Trigger>(copy)->inherited) return false;
  const auto* before = scope.current.get<Trigger>(*original);
  const auto* after = scope.desired.get<Trigger>(*original);
  return before != nullptr && before->enabled != after->enabled && is_one_state(*original, scope);
}

Actions set_new_copy(const ObjectId& copy, const Scope& scope) {
  const TriggerEnabled wanted = scope.desired.get<Trigger>(copy)->enabled;
  const auto original = inherited_part(scope.desired, copy);
  const TriggerEnabled given =
      original ? scope.desired.get<Trigger>(*original)->enabled : TriggerEnabled::origin;
  if (wanted == given) return {};
  Action action = set_new_trigger(copy, wanted);
  if (original) action.need(*original);
  return action;
}

Action set_trigger(const ObjectId& id, TriggerEnabled enabled, const Scope& scope) {
  const bool with_copies = is_one_state(id, scope);
  return set_state(
      with_copies ? alter_table(id.qualified_name()) : alter_only(id.qualified_name(), scope), id,
      enabled);
}

Action set_new_trigger(const ObjectId& id, TriggerEnabled enabled) {
  return set_state(alter_table(id.qualified_name()), id, enabled);
}

Actions set_constraint_triggers(const ObjectId& id, const Constraint& current,
                                const Constraint& desired, const Scope& scope) {
  Actions actions;
  if (current.triggers != desired.triggers) {
    actions.add(set_on(id, id.qualified_name(), desired.triggers, scope));
  }
  if (current.foreign_triggers != desired.foreign_triggers) {
    actions.add(set_on(id, desired.foreign_relation, desired.foreign_triggers, scope));
  }
  return actions;
}

}  // namespace pgplumb::diff
