#include <algorithm>
#include <iterator>

#include "diff/catalog_tables.hpp"
#include "diff/foreign_options.hpp"
#include "diff/inheritance.hpp"
#include "diff/persistence.hpp"
#include "diff/referenced_tables.hpp"
#include "diff/replica_identity.hpp"
#include "diff/rules.hpp"
#include "diff/trigger_state.hpp"
#include "diff/unvalidated_copies.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

void write_partition_key(SqlWriter& sql, const Relation& relation) {
  if (relation.partition_strategy.empty()) return;
  sql.keyword("PARTITION BY").name(relation.partition_strategy).open();
  sql.list(relation.partition_key, [&](const PartitionKeyElement& element) {
    if (element.attribute.empty()) {
      sql.parenthesized(element.expression);
    } else {
      sql.name(element.attribute);
    }
    if (!element.collation.empty()) sql.keyword("COLLATE").name(element.collation);
    if (!element.operator_class.empty()) sql.name(element.operator_class);
  });
  sql.close();
}

bool is_foreign(const Relation& relation) {
  return relation.relation_kind == RelationKind::foreign;
}

// What stands behind the columns.
SqlWriter tail_of(const Relation& relation, bool as_partition) {
  SqlWriter sql;
  if (as_partition) sql.expression(relation.partition_bound);
  if (!relation.inherits.empty()) {
    sql.keyword("INHERITS").open();
    sql.list(relation.inherits, [&](const QualifiedName& parent) { sql.name(parent); });
    sql.close();
  }
  write_partition_key(sql, relation);
  if (!relation.access_method.empty()) sql.keyword("USING").name(relation.access_method);
  if (!relation.options.empty()) sql.keyword("WITH").options(relation.options);
  if (!relation.tablespace.empty()) sql.keyword("TABLESPACE").name(relation.tablespace);
  if (is_foreign(relation)) sql.keyword("SERVER").name(relation.server);
  write_options(sql, relation.foreign_options);
  return sql;
}

Action create_table(const ObjectId& id, const Relation& relation) {
  SqlWriter sql("CREATE");
  sql.keyword_if(relation.persistence == Persistence::unlogged, "UNLOGGED");
  sql.keyword_if(is_foreign(relation), "FOREIGN").keyword("TABLE").name(id.qualified_name());
  const bool as_partition = !relation.partition_of.empty();
  if (as_partition) sql.keyword("PARTITION OF").name(relation.partition_of);
  if (!relation.of_type.empty()) sql.keyword("OF").name(relation.of_type);
  Action action = Action::making(id);
  action.statement(sql);
  const bool own_columns = !as_partition && relation.of_type.empty();
  action.slots = own_columns ? Slots::list : Slots::optional_list;
  declare_secrets(action, {}, relation.foreign_options);
  const SqlWriter tail = tail_of(relation, as_partition);
  if (!tail.text().empty()) action.tail = " " + tail.text();
  if (as_partition) action.lock(relation.partition_of, LockMode::access_exclusive);
  return action;
}

void need_columns(Action& action, const ObjectId& parent, const Scope& scope) {
  for (const ObjectKind kind : {ObjectKind::attribute, ObjectKind::attribute_default}) {
    for (const ObjectId& part : scope.desired.parts_of(parent, kind)) action.need(part);
  }
  // Also for one that is dropped because only a parent of the parent's has it.
  for (const ObjectId& column : scope.desired.attributes_of(parent)) {
    action.need(part_of(parent, ObjectKind::attribute_default, Identifier(column.member)));
  }
}

// A partition or child takes its parents' columns, with their defaults, when it is made.
void need_parents(Action& action, const ObjectId& id, const Scope& scope) {
  for (const ObjectId& parent : parents_of(scope.desired, id)) need_columns(action, parent, scope);
}

Action change(const ObjectId& id, const SqlWriter& sql,
              LockMode mode = LockMode::access_exclusive) {
  Action action = Action::changing(id);
  return action.need(id).statement(sql).lock(id.qualified_name(), mode);
}

SqlWriter alter_this(const ObjectId& id) { return alter_table(id.qualified_name()); }

bool is_enabled(const Relation& relation) { return relation.row_security != RowSecurity::disabled; }

bool is_forced(const Relation& relation) {
  return relation.row_security == RowSecurity::forced || relation.row_security_forced_only;
}

void set_row_security(Actions& actions, const ObjectId& id, const Relation& current,
                      const Relation& desired, const Scope& scope) {
  const auto add = [&](Words words) {
    Action action = change(id, alter_this(id).keyword(words));
    if (!scope.is_new(id)) action.hazard(Hazard::changes_authorization);
    actions.add(std::move(action));
  };
  if (is_enabled(current) != is_enabled(desired)) {
    add(is_enabled(desired) ? Words("ENABLE ROW LEVEL SECURITY")
                            : Words("DISABLE ROW LEVEL SECURITY"));
  }
  if (is_forced(current) != is_forced(desired)) {
    add(is_forced(desired) ? Words("FORCE ROW LEVEL SECURITY")
                           : Words("NO FORCE ROW LEVEL SECURITY"));
  }
}

// What differs from a table that was just made.
void add_settings(Actions& actions, const ObjectId& id, const Relation& desired,
                  const Scope& scope) {
  set_row_security(actions, id, Relation{}, desired, scope);
  if (desired.replica_identity != ReplicaIdentity::default_) {
    actions.add(set_replica_identity(id, desired, scope));
  }
}

// What the table has from its parent waits for this before it is dropped.
Action leaving(Action action) {
  std::erase(action.needs, action.id);
  action.makes.push_back(action.id);
  action.complete_needs = true;
  return action;
}

// Columns and checks must be there before the table becomes a child, and keys that an index takes;
// others are copied to it.
void need_inherited_parts(Action& action, const ObjectId& id, const Scope& scope) {
  for (const ObjectId& column : scope.desired.attributes_of(id)) action.need(column);
  for (const ObjectId& other : scope.desired.parts_of(id, ObjectKind::constraint)) {
    const auto& constraint = *scope.desired.get<Constraint>(other);
    const bool taken = !constraint.index_partition_of.empty();
    if (taken || constraint.type == ConstraintType::check) action.need(other);
  }
}

std::vector<ObjectId> parts_passed_down(const Catalog& catalog, const ObjectId& parent) {
  std::vector<ObjectId> all = catalog.indexes_of(parent.qualified_name());
  for (const ObjectKind kind : {ObjectKind::attribute, ObjectKind::attribute_default,
                                ObjectKind::constraint, ObjectKind::trigger}) {
    const auto parts = catalog.parts_of(parent, kind);
    all.insert(all.end(), parts.begin(), parts.end());
  }
  return all;
}

void precede_parts(Action& action, const ObjectId& table, const Scope& scope) {
  for (const Catalog* state : {&scope.current, &scope.desired}) {
    const auto parts = parts_passed_down(*state, table);
    action.precedes.insert(action.precedes.end(), parts.begin(), parts.end());
  }
}

// What changes in the parent, or above it, after that is none of the table's any more.
void precede_changes(Action& action, const ObjectId& parent, const Scope& scope) {
  precede_parts(action, parent, scope);
  for (const ObjectId& above : ancestors_of(scope.current, parent)) {
    precede_parts(action, above, scope);
  }
}

// What goes from the new parent would be missed in the table, or taken from it.
void await_parts(Action& action, const ObjectId& parent, const Scope& scope) {
  const auto parts = parts_passed_down(scope.current, parent);
  action.awaits.insert(action.awaits.end(), parts.begin(), parts.end());
}

using Names = std::vector<QualifiedName>;

bool has(const Names& names, const QualifiedName& name) {
  return std::ranges::count(names, name) > 0;
}

Names without(const Names& names, const Names& others) {
  Names rest;
  std::ranges::copy_if(names, std::back_inserter(rest),
                       [&](const QualifiedName& name) { return !has(others, name); });
  return rest;
}

bool is_given_by(const Names& parents, const ObjectId& column, const Catalog& catalog) {
  return std::ranges::any_of(parents, [&](const QualifiedName& parent) {
    const ObjectId holder = object_id(ObjectKind::relation, parent);
    return catalog.contains(part_of(holder, column.kind, Identifier(column.member)));
  });
}

// Nothing that INHERIT looks at is to be made or altered before.
bool is_fit_to_inherit(const ObjectId& id, const Scope& scope) {
  const auto as_before = [&](const ObjectId& column) {
    const auto* before = scope.current.get<Attribute>(column);
    const auto* after = scope.desired.get<Attribute>(column);
    return before != nullptr && before->not_null == after->not_null &&
           compare_any(before->type, after->type) == Verdict::equal;
  };
  const auto no_new_check = [&](const ObjectId& other) {
    return scope.desired.get<Constraint>(other)->type != ConstraintType::check ||
           scope.current.contains(other);
  };
  return std::ranges::all_of(scope.desired.attributes_of(id), as_before) &&
         std::ranges::all_of(scope.desired.parts_of(id, ObjectKind::constraint), no_new_check);
}

// A column that only a leaving parent has given becomes the table's own then, unless another parent
// gives it before: no later INHERIT takes that back.
bool joins_before_it_leaves(const ObjectId& id, const Names& staying, const Scope& scope) {
  bool needed = false;
  for (const ObjectId& column : scope.desired.attributes_of(id)) {
    const auto* before = scope.current.get<Attribute>(column);
    if (before == nullptr || before->local || is_given_by(staying, column, scope.current)) continue;
    if (scope.desired.get<Attribute>(column)->local) return false;
    needed = true;
  }
  return needed && is_fit_to_inherit(id, scope);
}

void need_parent(Action& action, const QualifiedName& parent, const Scope& scope) {
  const ObjectId above = object_id(ObjectKind::relation, parent);
  need_columns(action, above, scope);
  await_parts(action, above, scope);
  action.need(above);
}

void leave_and_inherit(Actions& actions, const ObjectId& id, const Names& gone, const Names& joined,
                       const Scope& scope) {
  for (const QualifiedName& parent : gone) {
    Action action = leaving(change(id, alter_this(id).keyword("NO INHERIT").name(parent)));
    precede_changes(action, object_id(ObjectKind::relation, parent), scope);
    actions.add(std::move(action));
  }
  for (const QualifiedName& parent : joined) {
    Action action = change(id, alter_this(id).keyword("INHERIT").name(parent));
    need_inherited_parts(action, id, scope);
    need_parent(action, parent, scope);
    action.lock(parent, LockMode::share_update_exclusive);
    actions.add(std::move(action));
  }
}

// Above the table both before and after, or above one of its new parents: it goes on having what
// this one passes down.
bool stays_above(const ObjectId& ancestor, const ObjectId& id, const Names& joined,
                 const Scope& scope) {
  if (descends_from(scope.desired, id, ancestor)) return true;
  return std::ranges::any_of(joined, [&](const QualifiedName& parent) {
    return descends_from(scope.current, ancestor, object_id(ObjectKind::relation, parent));
  });
}

void change_parents_at_once(Actions& actions, const ObjectId& id, const Names& gone,
                            const Names& joined, const Scope& scope) {
  SqlWriter sql = alter_this(id);
  for (const QualifiedName& parent : joined) sql.keyword("INHERIT").name(parent).comma();
  for (const QualifiedName& parent : gone) {
    if (parent != gone.front()) sql.comma();
    sql.keyword("NO INHERIT").name(parent);
  }
  Action action = leaving(change(id, sql));
  for (const QualifiedName& parent : joined) need_parent(action, parent, scope);
  for (const ObjectId& above : ancestors_of(scope.current, id)) {
    if (!stays_above(above, id, joined, scope)) precede_parts(action, above, scope);
  }
  actions.add(std::move(action));
}

void alter_inherits(Actions& actions, const ObjectId& id, const Relation& current,
                    const Relation& desired, const Scope& scope) {
  const Names gone = without(current.inherits, desired.inherits);
  const Names joined = without(desired.inherits, current.inherits);
  const bool at_once = !gone.empty() && !joined.empty() &&
                       joins_before_it_leaves(id, without(current.inherits, gone), scope);
  const auto change_parents = at_once ? change_parents_at_once : leave_and_inherit;
  change_parents(actions, id, gone, joined, scope);
}

// Their places must be free before another partition takes them.
void wait_for_leaving_partitions(Action& action, const ObjectId& id, const QualifiedName& parent,
                                 const Scope& scope) {
  for (const ObjectId& other : scope.current.partitions_of(parent)) {
    if (other == id) continue;
    const auto* before = scope.current.get<Relation>(other);
    const auto* after = scope.desired.get<Relation>(other);
    if (after == nullptr) {
      action.await(other);
    } else if (after->partition_of != parent ||
               compare_any(before->partition_bound, after->partition_bound) == Verdict::different) {
      action.need(other);
    }
  }
}

bool is_default_partition(const Relation* relation, const QualifiedName& parent) {
  return relation != nullptr && relation->partition_of == parent &&
         relation->partition_bound.text == "DEFAULT";
}

// The server looks through the default partition for rows that belong into another one.
void look_into_default(Action& action, const ObjectId& id, const QualifiedName& parent,
                       const Scope& scope) {
  for (const ObjectId& other : scope.current.partitions_of(parent)) {
    const bool is_there = is_default_partition(scope.current.get<Relation>(other), parent) &&
                          is_default_partition(scope.desired.get<Relation>(other), parent);
    if (other == id || !is_there) continue;
    action.scans = true;
    action.hazard(Hazard::scans_table, described(other));
    action.hazard(Hazard::needs_valid_data, described(other));
    action.lock(other.qualified_name(), LockMode::access_exclusive);
  }
}

// With a default partition there, each new one has the server look through that.
void wait_for_new_partitions(Action& action, const ObjectId& id, const Relation& desired,
                             const Scope& scope) {
  if (!is_default_partition(&desired, desired.partition_of)) return;
  for (const ObjectId& other : scope.desired.partitions_of(desired.partition_of)) {
    if (other != id && scope.is_new(other)) action.need(other);
  }
}

void detach(Actions& actions, const ObjectId& id, const Relation& current, const Scope& scope) {
  if (current.partition_of.empty()) return;
  const ObjectId parent = object_id(ObjectKind::relation, current.partition_of);
  SqlWriter sql = alter_table(current.partition_of).keyword("DETACH PARTITION");
  Action action = leaving(change(id, sql.name(id.qualified_name())));
  action.lets_go = {parent};
  precede_changes(action, parent, scope);
  actions.add(action.lock(current.partition_of, LockMode::access_exclusive));
}

// A partition that leaves loses the copies of its parent's triggers, and so do its partitions. When
// it is back it has others, in the state of their originals, about which nothing is said.
void renew_triggers(Actions& actions, Action& attached, const ObjectId& id, const Scope& scope) {
  for (const ObjectId& copy : scope.desired.parts_of(id, ObjectKind::trigger)) {
    if (!scope.desired.get<Trigger>(copy)->inherited || scope.is_new(copy)) continue;
    attached.makes.push_back(copy);
    actions.add(set_new_copy(copy, scope));
    for (const ObjectId& user : scope.dependents_of(copy)) actions.remake.push_back(user);
  }
  for (const ObjectId& below : scope.desired.partitions_of(id.qualified_name())) {
    renew_triggers(actions, attached, below, scope);
  }
}

void attach(Actions& actions, const ObjectId& id, const Relation& current, const Relation& desired,
            const Scope& scope) {
  if (desired.partition_of.empty()) return;
  SqlWriter sql = alter_table(desired.partition_of).keyword("ATTACH PARTITION");
  sql.name(id.qualified_name()).expression(desired.partition_bound);
  Action action = change(id, sql);
  const ObjectId parent = object_id(ObjectKind::relation, desired.partition_of);
  action.need(parent);
  if (current.partition_of == desired.partition_of) {
    // It leaves for a moment, for another bound: what changes in its parent meanwhile would pass
    // it by.
    action.complete_needs = true;
    precede_parts(action, parent, scope);
  } else {
    need_parents(action, id, scope);
    need_inherited_parts(action, id, scope);
    await_parts(action, parent, scope);
  }
  wait_for_leaving_partitions(action, id, desired.partition_of, scope);
  action.scans = true;
  action.hazard(Hazard::scans_table).hazard(Hazard::needs_valid_data);
  look_into_default(action, id, desired.partition_of, scope);
  wait_for_new_partitions(action, id, desired, scope);
  Actions renewed;
  if (current.partition_of == desired.partition_of) renew_triggers(renewed, action, id, scope);
  actions.add(action.lock(desired.partition_of, LockMode::share_update_exclusive));
  actions.add(std::move(renewed));
}

// Out of all that it leaves before it joins another: a table has parents or is a partition.
void change_place(Actions& actions, const ObjectId& id, const Relation& current,
                  const Relation& desired, const Changed<Relation>& changed, const Scope& scope) {
  const bool partition =
      changed.has<&Relation::partition_of>() || changed.has<&Relation::partition_bound>();
  if (partition) detach(actions, id, current, scope);
  if (changed.has<&Relation::inherits>()) alter_inherits(actions, id, current, desired, scope);
  if (partition) attach(actions, id, current, desired, scope);
}

void alter_storage(Actions& actions, const ObjectId& id, const Relation& desired,
                   const Changed<Relation>& changed, const Scope& scope) {
  const auto rewriting = [&](const SqlWriter& sql) {
    Action action = change(id, sql);
    action.rewrites = true;
    actions.add(action.hazard(Hazard::rewrites_table));
  };
  if (changed.has<&Relation::persistence>()) actions.add(change_persistence(id, desired, scope));
  if (changed.has<&Relation::access_method>()) {
    const Identifier method =
        desired.access_method.empty() ? Identifier("heap") : desired.access_method;
    rewriting(alter_this(id).keyword("SET ACCESS METHOD").name(method));
  }
  if (changed.has<&Relation::tablespace>()) {
    const Identifier space =
        desired.tablespace.empty() ? Identifier("pg_default") : desired.tablespace;
    rewriting(alter_this(id).keyword("SET TABLESPACE").name(space));
  }
}

// Which of the changed fields only a new table could have.
std::optional<std::string> unreachable(const Changed<Relation>& changed) {
  if (changed.has<&Relation::relation_kind>()) {
    return "a table with rows can't become partitioned or stop being so; make a second table, "
           "move the rows and rename the two";
  }
  if (changed.has<&Relation::partition_key>() || changed.has<&Relation::partition_strategy>()) {
    return "the partition key of a table with rows can't change; make a second table, move the "
           "rows and rename the two";
  }
  return std::nullopt;
}

// The rows are on another server, before or after, or on two different ones.
bool changed_places(const Relation& current, const Relation& desired,
                    const Changed<Relation>& changed) {
  if (changed.has<&Relation::server>()) return true;
  return changed.has<&Relation::relation_kind>() && (is_foreign(current) || is_foreign(desired));
}

Action alter_foreign_options(const ObjectId& id, const Relation& current, const Relation& desired) {
  SqlWriter sql("ALTER FOREIGN TABLE");
  sql.name(id.qualified_name());
  write_option_changes(sql, current.foreign_options, desired.foreign_options);
  Action action = change(id, sql);
  declare_secrets(action, current.foreign_options, desired.foreign_options);
  return action;
}

void alter_of_type(Actions& actions, const ObjectId& id, const Relation& desired) {
  SqlWriter sql = alter_this(id);
  if (desired.of_type.empty()) {
    sql.keyword("NOT OF");
  } else {
    sql.keyword("OF").name(desired.of_type);
  }
  actions.add(change(id, sql));
}

}  // namespace

Actions create(const ObjectId& id, const Relation& desired, const Scope& scope) {
  Action action = create_table(id, desired);
  need_parents(action, id, scope);
  order_among_checks(action, id, scope);
  if (!desired.partition_of.empty()) {
    wait_for_leaving_partitions(action, id, desired.partition_of, scope);
    look_into_default(action, id, desired.partition_of, scope);
    wait_for_new_partitions(action, id, desired, scope);
  }
  Actions actions(std::move(action));
  add_settings(actions, id, desired, scope);
  return actions;
}

Actions drop(const ObjectId& id, const Relation& current, const Scope& scope) {
  Action action = drop_named(is_foreign(current) ? Words("FOREIGN TABLE") : Words("TABLE"), id);
  action.lock(id.qualified_name(), LockMode::access_exclusive);
  if (!current.partition_of.empty()) {
    const ObjectId parent = object_id(ObjectKind::relation, current.partition_of);
    action.vanishing(parent);
    action.lock(current.partition_of, LockMode::access_exclusive);
  }
  lock_referenced(action, id, scope.current);
  // A foreign table's rows are elsewhere, and stay there.
  return is_foreign(current) ? action : action.hazard(Hazard::drops_data);
}

Actions alter(const ObjectId& id, const Relation& current, const Relation& desired,
              const Changed<Relation>& changed, const Scope& scope) {
  if (changed_places(current, desired, changed)) return Actions::replacement();
  if (const auto why = unreachable(changed)) return Actions::not_possible(*why);
  Actions actions;
  change_place(actions, id, current, desired, changed, scope);
  if (changed.has<&Relation::of_type>()) alter_of_type(actions, id, desired);
  alter_storage(actions, id, desired, changed, scope);
  if (changed.has<&Relation::foreign_options>()) {
    actions.add(alter_foreign_options(id, current, desired));
  }
  actions.add(set_options(id, alter_this(id), without_catalog_option(current.options),
                          without_catalog_option(desired.options)));
  set_row_security(actions, id, current, desired, scope);
  if (changed.has<&Relation::replica_identity>() ||
      changed.has<&Relation::replica_identity_index>()) {
    actions.add(set_replica_identity(id, desired, scope));
  }
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const Relation&, const Scope&) {
  Actions actions = rename_in_namespace("TABLE", before, after);
  for (Action& action : actions.actions) {
    action.lock(before.qualified_name(), LockMode::access_exclusive);
  }
  return actions;
}

}  // namespace pgplumb::diff
