#include <algorithm>

#include "diff/attached_keys.hpp"
#include "diff/domain_users.hpp"
#include "diff/holder.hpp"
#include "diff/index_sql.hpp"
#include "diff/inheritance.hpp"
#include "diff/replica_identity.hpp"
#include "diff/rules.hpp"
#include "diff/trigger_state.hpp"
#include "diff/unvalidated_copies.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

// The server makes it: inherited, or copied from the partitioned table.
bool is_implied(const Constraint& constraint) {
  return !constraint.partition_of.empty() || (!constraint.local && constraint.inherited_from > 0);
}

void write_match(SqlWriter& sql, MatchType match) {
  if (match == MatchType::full) sql.keyword("MATCH FULL");
  if (match == MatchType::partial) sql.keyword("MATCH PARTIAL");
}

void write_action(SqlWriter& sql, ReferentialAction action) {
  switch (action) {
    case ReferentialAction::no_action: sql.keyword("NO ACTION"); return;
    case ReferentialAction::restrict: sql.keyword("RESTRICT"); return;
    case ReferentialAction::cascade: sql.keyword("CASCADE"); return;
    case ReferentialAction::set_null: sql.keyword("SET NULL"); return;
    case ReferentialAction::set_default: sql.keyword("SET DEFAULT"); return;
  }
}

// The last column of a temporal key or reference has a word of its own.
void write_columns(SqlWriter& sql, const Constraint& constraint,
                   const std::vector<Identifier>& columns) {
  const bool key = constraint.type != ConstraintType::foreign_key;
  sql.open();
  std::size_t left = columns.size();
  sql.list(columns, [&](const Identifier& column) {
    const bool temporal = constraint.without_overlaps && --left == 0;
    sql.keyword_if(temporal && !key, "PERIOD").name(column);
    sql.keyword_if(temporal && key, "WITHOUT OVERLAPS");
  });
  sql.close();
}

void write_foreign_key(SqlWriter& sql, const Constraint& constraint) {
  write_columns(sql.keyword("FOREIGN KEY"), constraint, constraint.columns);
  sql.keyword("REFERENCES").name(constraint.foreign_relation);
  write_columns(sql, constraint, constraint.foreign_columns);
  write_match(sql, constraint.match);
  if (constraint.on_update != ReferentialAction::no_action) {
    write_action(sql.keyword("ON UPDATE"), constraint.on_update);
  }
  if (constraint.on_delete != ReferentialAction::no_action) {
    write_action(sql.keyword("ON DELETE"), constraint.on_delete);
    if (!constraint.on_delete_columns.empty()) sql.names(constraint.on_delete_columns);
  }
}

void write_index_parts(SqlWriter& sql, const Constraint& constraint) {
  if (!constraint.include.empty()) sql.keyword("INCLUDE").names(constraint.include);
  if (!constraint.options.empty()) sql.keyword("WITH").options(constraint.options);
  if (!constraint.tablespace.empty()) {
    sql.keyword("USING INDEX TABLESPACE").name(constraint.tablespace);
  }
  if (!constraint.predicate.empty()) sql.keyword("WHERE").parenthesized(constraint.predicate);
}

void write_definition(SqlWriter& sql, const Constraint& constraint) {
  switch (constraint.type) {
    case ConstraintType::primary_key:
      return write_columns(sql.keyword("PRIMARY KEY"), constraint, constraint.columns);
    case ConstraintType::unique:
      sql.keyword("UNIQUE").keyword_if(constraint.nulls_not_distinct, "NULLS NOT DISTINCT");
      return write_columns(sql, constraint, constraint.columns);
    case ConstraintType::foreign_key: return write_foreign_key(sql, constraint);
    case ConstraintType::check:
      sql.keyword("CHECK").parenthesized(constraint.check);
      sql.keyword_if(constraint.no_inherit, "NO INHERIT");
      return;
    case ConstraintType::exclusion:
      sql.keyword("EXCLUDE");
      if (!constraint.access_method.empty()) sql.keyword("USING").name(constraint.access_method);
      return write_index_elements(sql, constraint.elements);
    case ConstraintType::not_null:
      sql.keyword("NOT NULL");
      if (!constraint.columns.empty()) sql.name(constraint.columns.front());
      return;
  }
}

SqlWriter definition(const ObjectId& id, const Constraint& constraint) {
  SqlWriter sql("CONSTRAINT");
  sql.name(Identifier(id.member));
  write_definition(sql, constraint);
  if (has_index(constraint)) write_index_parts(sql, constraint);
  sql.keyword_if(constraint.deferrable, "DEFERRABLE");
  sql.keyword_if(constraint.initially_deferred, "INITIALLY DEFERRED");
  sql.keyword_if(!constraint.enforced, "NOT ENFORCED");
  // Known only to ALTER TABLE: in CREATE TABLE there is nothing to validate.
  sql.keyword_if(!constraint.validated && constraint.enforced, "NOT VALID");
  return sql;
}

void declare_cost(Action& action, const ObjectId& id, const Constraint& constraint,
                  const Scope& scope) {
  if (scope.is_new(*parent_of(id))) return;
  action.scans = constraint.validated && constraint.enforced;
  if (is_unique_key(constraint)) action.hazard(Hazard::needs_unique_data);
  if (has_index(constraint)) {
    action.hazard(Hazard::blocks_reads);
  } else if (action.scans) {
    action.hazard(Hazard::needs_valid_data).hazard(Hazard::scans_table);
  }
}

void declare_locks(Action& action, const ObjectId& id, const Constraint& constraint) {
  if (id.subject != ObjectKind::relation) return;
  if (constraint.type == ConstraintType::foreign_key) {
    action.lock(id.qualified_name(), LockMode::share_row_exclusive);
    action.lock(constraint.foreign_relation, LockMode::share_row_exclusive);
  } else {
    action.lock(id.qualified_name(), LockMode::access_exclusive);
  }
}

// The triggers of a foreign key go from both tables.
void declare_drop_locks(Action& action, const ObjectId& id, const Constraint& constraint) {
  if (id.subject != ObjectKind::relation) return;
  action.lock(id.qualified_name(), LockMode::access_exclusive);
  if (constraint.type == ConstraintType::foreign_key) {
    action.lock(constraint.foreign_relation, LockMode::access_exclusive);
  }
}

int rank_of(ConstraintType type) { return type == ConstraintType::foreign_key ? 3 : 2; }

// Keys first, foreign keys last, as people write them.
int order_of(ConstraintType type) {
  switch (type) {
    case ConstraintType::primary_key: return 10000;
    case ConstraintType::unique: return 10001;
    case ConstraintType::exclusion: return 10002;
    case ConstraintType::foreign_key: return 10004;
    default: return 10003;
  }
}

// Whether CREATE TABLE would leave the constraint out, because another one has its index already.
bool is_left_out(const ObjectId& id, const Constraint& constraint, const Scope& scope) {
  if (!has_index(constraint) || constraint.type == ConstraintType::primary_key) return false;
  const auto others = scope.desired.parts_of(*parent_of(id), ObjectKind::constraint);
  return std::any_of(others.begin(), others.end(), [&](const ObjectId& other) {
    const auto& key = *scope.desired.get<Constraint>(other);
    const bool first = key.type == ConstraintType::primary_key || other < id;
    return first && other != id && has_index(key) && repeats(key, constraint);
  });
}

Action cluster_on(const ObjectId& id, bool clustered) {
  SqlWriter sql = alter_table(id.qualified_name());
  if (clustered) {
    sql.keyword("CLUSTER ON").name(Identifier(id.member));
  } else {
    sql.keyword("SET WITHOUT CLUSTER");
  }
  Action action = Action::changing(id);
  action.need(id).statement(sql);
  return action.lock(id.qualified_name(), LockMode::share_update_exclusive);
}

// The partition has left when the table goes whose key this was a copy of, and takes it along to
// the next partitioned table.
bool is_taken_along(const ObjectId& id, const Constraint& desired, const Scope& scope) {
  const auto& current = *scope.current.get<Constraint>(id);
  const auto above = parent_constraint(scope.current, id);
  return above && scope.is_dropped(*above) && is_unique_key(current) &&
         leaves(*parent_of(id), object_id(ObjectKind::relation, current.partition_of), scope) &&
         current.type == desired.type && current.columns == desired.columns &&
         current.include == desired.include;
}

bool goes_on_as_another(const ObjectId& id, const Scope& scope) {
  const auto others = scope.desired.parts_of(*parent_of(id), ObjectKind::constraint);
  return std::ranges::any_of(others, [&](const ObjectId& other) {
    const auto& desired = *scope.desired.get<Constraint>(other);
    return scope.is_new(other) && !desired.partition_of.empty() &&
           is_taken_along(id, desired, scope);
  });
}

// A partition has one copy of its parent's key or foreign key: under another name in the desired
// state it is the same one.
std::optional<ObjectId> earlier_name(const ObjectId& id, const ObjectId& parent,
                                     const Scope& scope) {
  for (const ObjectId& other : scope.current.parts_of(*parent_of(id), ObjectKind::constraint)) {
    const bool copy = !scope.current.get<Constraint>(other)->partition_of.empty();
    if (!copy || !scope.is_dropped(other)) continue;
    if (parent_constraint(scope.current, other) == parent ||
        is_taken_along(other, *scope.desired.get<Constraint>(id), scope)) {
      return other;
    }
  }
  return std::nullopt;
}

std::string chosen_by_server(const ObjectId& id, const Constraint& desired,
                             const ObjectId& parent) {
  if (!has_index(desired)) return parent.member.str();
  std::vector<std::string> columns;
  for (const Identifier& column : desired.columns) columns.push_back(column.text());
  for (const Identifier& column : desired.include) columns.push_back(column.text());
  const QualifiedName table = parent_of(id)->qualified_name();
  if (desired.type == ConstraintType::primary_key) return partition_index_name(table, {}, "pkey");
  return partition_index_name(table, columns, "key");
}

// The name under which the server makes the copy, where that is certain: a name that is too long or
// taken it would change.
std::optional<std::string> name_of_copy(const ObjectId& id, const ObjectId& parent,
                                        const Scope& scope) {
  if (!scope.is_new(id)) return std::nullopt;
  if (const auto before = earlier_name(id, parent, scope)) return before->member.str();
  const auto& desired = *scope.desired.get<Constraint>(id);
  if (desired.type == ConstraintType::exclusion) return std::nullopt;
  std::string name = chosen_by_server(id, desired, parent);
  const ObjectId copy = part_of(*parent_of(id), ObjectKind::constraint, Identifier(name));
  const bool taken = scope.desired.contains(copy) || scope.current.contains(copy) ||
                     scope.current.find_class(qualified(id.space, name)) ||
                     scope.desired.find_class(qualified(id.space, name));
  if (name.size() > kMaxNameBytes || taken) return std::nullopt;
  return name;
}

Action implied(const ObjectId& id, const Scope& scope) {
  Action action = Action::making(id);
  const auto parent = parent_constraint(scope.desired, id);
  if (!parent) return action;
  action.need(*parent);
  const bool copied = !scope.desired.get<Constraint>(id)->partition_of.empty();
  if (const auto before = copied ? name_of_copy(id, *parent, scope) : std::nullopt) {
    SqlWriter sql = alter_holder(id);
    sql.keyword("RENAME CONSTRAINT").name(Identifier(*before)).keyword("TO");
    action.statement(sql.name(Identifier(id.member)));
    action.lock(id.qualified_name(), LockMode::access_exclusive);
  }
  return action;
}

// The partitioned table's key of the other sort that takes a partition's unique constraint or
// primary key for its own when it is made.
std::optional<ObjectId> key_that_takes(const ObjectId& id, const Constraint& desired,
                                       const Scope& scope) {
  if (desired.partition_of.empty() || !is_unique_key(desired)) return std::nullopt;
  const ObjectId above = object_id(ObjectKind::relation, desired.partition_of);
  std::optional<ObjectId> found;
  for (const ObjectId& other : scope.desired.parts_of(above, ObjectKind::constraint)) {
    const auto& key = *scope.desired.get<Constraint>(other);
    if (!is_unique_key(key) || key.columns != desired.columns || key.include != desired.include)
      continue;
    if (key.type == desired.type) return std::nullopt;
    found = other;
  }
  return found && scope.is_new(*found) && scope.is_new(id) ? found : std::nullopt;
}

// A table that becomes a child has the parent's checks already.
bool must_be_there_before(const ObjectId& id, const Constraint& desired, const Scope& scope) {
  const auto parent = parent_constraint(scope.desired, id);
  return desired.type == ConstraintType::check && parent &&
         joins(*parent_of(id), *parent_of(*parent), scope);
}

SqlWriter alter_index_of(const ObjectId& id) {
  return SqlWriter("ALTER INDEX").name(qualified(id.space, id.member));
}

void alter_index(Actions& actions, const ObjectId& id, const Constraint& current,
                 const Constraint& desired, const Changed<Constraint>& changed) {
  actions.add(set_options(id, alter_index_of(id), current.options, desired.options));
  if (!changed.has<&Constraint::tablespace>()) return;
  const Identifier space =
      desired.tablespace.empty() ? Identifier("pg_default") : desired.tablespace;
  SqlWriter sql = alter_index_of(id);
  Action action = Action::changing(id);
  action.statement(sql.keyword("SET TABLESPACE").name(space)).hazard(Hazard::blocks_reads);
  action.rewrites = true;
  actions.add(std::move(action));
}

// What the server makes along with the parent's has settings of its own all the same.
Actions with_own_index(const ObjectId& id, const Constraint& current, const Constraint& desired,
                       const Scope& scope) {
  Actions actions;
  const ObjectId table = object_id(ObjectKind::relation, id.qualified_name());
  const ObjectId parent = object_id(ObjectKind::relation, current.partition_of);
  if (leaves(table, parent, scope)) actions.add(letting_go(id, parent, table));
  actions.add(implied(id, scope));
  if (current.clustered != desired.clustered) actions.add(cluster_on(id, desired.clustered));
  return actions.add(set_options(id, alter_index_of(id), current.options, desired.options));
}

// As the parent makes it.
Constraint new_clone(const ObjectId& id, const Constraint& desired, const Scope& scope) {
  Constraint clone = desired;
  clone.clustered = false;
  const auto parent = parent_constraint(scope.desired, id);
  if (const auto* made_from = parent ? scope.desired.get<Constraint>(*parent) : nullptr) {
    clone.options = made_from->options;
  }
  return clone;
}

Action attach_above(const ObjectId& id, const Constraint& key) {
  return attach_index(id, id.qualified_name(),
                      object_id(ObjectKind::index, key.index_partition_of));
}

Action validate(const ObjectId& id, const Constraint& constraint) {
  SqlWriter sql = alter_holder(id);
  Action action = Action::making(id);
  action.statement(sql.keyword("VALIDATE CONSTRAINT").name(Identifier(id.member)));
  action.scans = true;
  action.hazard(Hazard::needs_valid_data);
  if (constraint.type == ConstraintType::foreign_key) {
    action.lock(constraint.foreign_relation, LockMode::row_share);
  }
  return action.lock(id.qualified_name(), LockMode::share_update_exclusive);
}

// Validated here alone: the check that it is a copy of is not.
Actions validate_copy(const ObjectId& id, bool validated, const Constraint& desired,
                      const Scope& scope) {
  const bool here = desired.validated && !validated && !scope.is_new(*parent_of(id)) &&
                    unvalidated_original(id, scope);
  if (here) return validate(id, desired);
  return {};
}

Action alter_deferrability(const ObjectId& id, const Constraint& desired) {
  SqlWriter sql = alter_holder(id);
  sql.keyword("ALTER CONSTRAINT").name(Identifier(id.member));
  sql.keyword(desired.deferrable ? Words("DEFERRABLE") : Words("NOT DEFERRABLE"));
  if (desired.deferrable) {
    sql.keyword(desired.initially_deferred ? Words("INITIALLY DEFERRED")
                                           : Words("INITIALLY IMMEDIATE"));
  }
  Action action = Action::making(id);
  return action.statement(sql).lock(id.qualified_name(), LockMode::access_exclusive);
}

bool alterable(const Constraint& current, const Constraint& desired,
               const Changed<Constraint>& changed) {
  const bool deferring =
      changed.has<&Constraint::deferrable>() || changed.has<&Constraint::initially_deferred>();
  if (deferring && desired.type != ConstraintType::foreign_key) return false;
  if (changed.has<&Constraint::validated>() && current.validated) return false;
  return changed.only<&Constraint::deferrable, &Constraint::initially_deferred,
                      &Constraint::validated, &Constraint::clustered, &Constraint::options,
                      &Constraint::tablespace, &Constraint::local, &Constraint::inherited_from,
                      &Constraint::partition_of, &Constraint::index_partition_of,
                      &Constraint::triggers, &Constraint::foreign_triggers>();
}

bool is_partitioned_now(const ObjectId& table, const Scope& scope) {
  const auto* relation = scope.current.get<Relation>(table);
  return relation != nullptr && relation->relation_kind == RelationKind::partitioned;
}

// A table that inherits keeps the check when its parent's goes alone; a partition does not.
bool can_go_alone(const ObjectId& id, const Scope& scope) {
  return id.subject == ObjectKind::relation && is_kept_below(id, scope) &&
         !is_partitioned_now(*parent_of(id), scope);
}

// Its index is part of another one in another way; what leaves with its table stays as it is.
bool is_attached_anew(const ObjectId& id, const Constraint& current,
                      const Changed<Constraint>& changed, const Scope& scope) {
  if (!changed.has<&Constraint::index_partition_of>() || current.index_partition_of.empty()) {
    return false;
  }
  const auto* parent =
      scope.current.get<Index>(object_id(ObjectKind::index, current.index_partition_of));
  return parent != nullptr &&
         !leaves(*parent_of(id), object_id(ObjectKind::relation, parent->relation), scope);
}

bool is_left_by_index(const ObjectId& id, const Constraint& current, const Scope& scope) {
  const auto* parent =
      scope.current.get<Index>(object_id(ObjectKind::index, current.index_partition_of));
  return parent != nullptr &&
         leaves(*parent_of(id), object_id(ObjectKind::relation, parent->relation), scope);
}

// The partition's index, of the partitioned table's, becomes the key.
Action use_index(const ObjectId& id, const Constraint& desired, const Identifier& index,
                 const Scope& scope) {
  SqlWriter sql = alter_holder(id).keyword("ADD CONSTRAINT").name(Identifier(id.member));
  const bool primary = desired.type == ConstraintType::primary_key;
  sql.keyword(primary ? Words("PRIMARY KEY") : Words("UNIQUE")).keyword("USING INDEX").name(index);
  sql.keyword_if(desired.deferrable, "DEFERRABLE");
  sql.keyword_if(desired.initially_deferred, "INITIALLY DEFERRED");
  Action action = Action::making(id);
  declare_locks(action, id, desired);
  if (!scope.is_new(*parent_of(id))) action.hazard(Hazard::blocks_reads);
  return action.statement(sql);
}

// What the index of the partitioned table waits for.
void stand_before_index(Action& action, const ObjectId& id, const Scope& scope) {
  action.complete_needs = true;
  for (const ObjectId& needed : needed_by(scope.desired, id)) {
    if (needed.kind != ObjectKind::index) action.need(needed);
  }
}

// Of the partitioned table, which takes the partition's along.
bool goes_with_parents(const ObjectId& id, const Constraint& current, const Scope& scope) {
  const auto parent = parent_constraint(scope.current, id);
  return !current.local && parent && scope.is_dropped(*parent) &&
         is_partitioned_now(*parent_of(*parent), scope) &&
         !leaves(*parent_of(id), *parent_of(*parent), scope);
}

// A check of the table's own stays one under a parent that has it, too. (A partition gives that up
// when it is attached.)
bool stops_being_own(const ObjectId& id, const Constraint& current, const Constraint& desired,
                     const Scope& scope) {
  const auto* table = scope.desired.get<Relation>(*parent_of(id));
  return table != nullptr && table->partition_of.empty() && desired.type == ConstraintType::check &&
         desired.inherited_from > 0 && current.local && !desired.local;
}

// Where its parent gets it anew the table can have it from there.
Actions leave_to_parent(const ObjectId& id, const Scope& scope) {
  const auto parent = parent_constraint(scope.desired, id);
  const bool made_below =
      parent && scope.is_new(*parent) && !joins(*parent_of(id), *parent_of(*parent), scope);
  if (made_below) return Actions::replacement();
  return Actions::not_possible(
      "a check of the table's own can't become one that is only "
      "inherited; declare it in the table, too");
}

std::optional<std::string> unreachable_values(const ObjectId& id, const Scope& scope) {
  if (id.subject != ObjectKind::domain || scope.is_new(*parent_of(id))) return std::nullopt;
  return stricter_is_impossible(*parent_of(id), scope);
}

// A table has one primary key.
void await_last_key(Action& action, const ObjectId& id, const Constraint& desired,
                    const Scope& scope) {
  if (desired.type != ConstraintType::primary_key) return;
  for (const ObjectId& other : scope.current.parts_of(*parent_of(id), ObjectKind::constraint)) {
    const auto* last = scope.current.get<Constraint>(other);
    if (last->type == ConstraintType::primary_key && other != id) action.await(other);
  }
}

}  // namespace

Actions create(const ObjectId& id, const Constraint& desired, const Scope& scope) {
  if (desired.validated) {
    if (const auto why = unreachable_values(id, scope)) return Actions::not_possible(*why);
  }
  const auto taken_by = key_that_takes(id, desired, scope);
  if (is_implied(desired) && !taken_by && !must_be_there_before(id, desired, scope)) {
    Actions actions = with_own_index(id, new_clone(id, desired, scope), desired, scope);
    return actions.add(validate_copy(id, false, desired, scope));
  }
  if (const auto index = index_to_use(id, desired, scope)) {
    Action use = use_index(id, desired, *index, scope);
    await_last_key(use, id, desired, scope);
    Actions actions(std::move(use));
    return actions.add(set_options(id, alter_index_of(id), {}, desired.options));
  }
  Action action = Action::making(id);
  if (!desired.index_partition_of.empty()) stand_before_index(action, id, scope);
  action.statement(definition(id, desired));
  action.inside(*parent_of(id), alter_holder(id).keyword("ADD"), rank_of(desired.type));
  if (!desired.validated && desired.enforced) action.folds_into.reset();
  if (is_left_out(id, desired, scope)) action.folds_into.reset();
  if (taken_by) {
    action.precedes.push_back(*taken_by);
    action.folds_into.reset();
  }
  action.order = order_of(desired.type);
  declare_locks(action, id, desired);
  declare_cost(action, id, desired, scope);
  await_last_key(action, id, desired, scope);
  Actions actions(std::move(action));
  if (must_be_attached(desired.index_partition_of, scope)) {
    actions.add(attach_above(id, desired));
  }
  if (desired.clustered) actions.add(cluster_on(id, true));
  actions.add(set_constraint_triggers(id, Constraint{}, desired, scope));
  if (!has_index(desired)) return actions;
  return actions.add(renew_replica_identity(*parent_of(id), qualified(id.space, id.member), scope));
}

Actions drop(const ObjectId& id, const Constraint& current, const Scope& scope) {
  const auto parent = current.partition_of.empty() ? lasting_origin(id, scope)
                                                   : parent_constraint(scope.current, id);
  const bool has_parent = parent && !scope.is_dropped(*parent_of(id));
  const bool left_behind = has_parent && leaves(*parent_of(id), *parent_of(*parent), scope) &&
                           !goes_on_as_another(id, scope);
  const bool alone = has_parent && can_go_alone(*parent, scope);
  const bool kept = !current.index_partition_of.empty() && !scope.is_dropped(*parent_of(id));
  const bool left_by_index = kept && is_left_by_index(id, current, scope);
  if (kept && !left_by_index) {
    return Action::implied_drop(id, object_id(ObjectKind::index, current.index_partition_of));
  }
  if (has_parent && is_implied(current) && !left_behind && !alone) {
    return Action::implied_drop(id, *parent);
  }
  SqlWriter sql =
      can_go_alone(id, scope) ? alter_only(id.qualified_name(), scope) : alter_holder(id);
  sql.keyword("DROP CONSTRAINT").name(Identifier(id.member));
  Action action = Action::dropping(id);
  action.statement(sql);
  if (left_behind || left_by_index) {
    wait_until_left(action, *parent_of(id));
  } else {
    action.vanishing(holder_of(scope.current, id), rank_of(current.type));
    // The server keeps it until its parent's goes, too.
    if (has_parent && current.inherited_from > 0) action.await(*parent);
  }
  declare_drop_locks(action, id, current);
  return action;
}

Actions alter(const ObjectId& id, const Constraint& current, const Constraint& desired,
              const Changed<Constraint>& changed, const Scope& scope) {
  if (desired.validated && !current.validated) {
    if (const auto why = unreachable_values(id, scope)) return Actions::not_possible(*why);
  }
  if (is_implied(current) && is_implied(desired)) {
    Actions actions = with_own_index(id, current, desired, scope);
    actions.replace = made_anew_for(id, scope);
    return actions.add(validate_copy(id, current.validated, desired, scope));
  }
  if (stops_being_own(id, current, desired, scope)) return leave_to_parent(id, scope);
  const bool goes = !is_implied(desired) && goes_with_parents(id, current, scope);
  const bool anew = is_attached_anew(id, current, changed, scope);
  if (goes || anew || !alterable(current, desired, changed)) return Actions::replacement();
  Actions actions;
  if (changed.has<&Constraint::deferrable>() || changed.has<&Constraint::initially_deferred>()) {
    actions.add(alter_deferrability(id, desired));
  }
  if (changed.has<&Constraint::validated>()) actions.add(validate(id, desired));
  const bool attached = changed.has<&Constraint::index_partition_of>();
  if (attached && must_be_attached(desired.index_partition_of, scope)) {
    actions.add(attach_above(id, desired));
  }
  if (changed.has<&Constraint::clustered>()) actions.add(cluster_on(id, desired.clustered));
  alter_index(actions, id, current, desired, changed);
  return actions.add(set_constraint_triggers(id, current, desired, scope));
}

Actions rename(const ObjectId& before, const ObjectId& after, const Constraint& value,
               const Scope&) {
  // Renaming the parent's check renames it here; keys have names of their own.
  if (value.type == ConstraintType::check && value.inherited_from > 0) return {};
  SqlWriter sql = alter_holder(after);
  sql.keyword("RENAME CONSTRAINT").name(Identifier(before.member)).keyword("TO");
  Action action = Action::renaming(before, after);
  return action.statement(sql.name(Identifier(after.member)));
}

}  // namespace pgplumb::diff
