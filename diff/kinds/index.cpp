#include <algorithm>

#include "diff/attached_keys.hpp"
#include "diff/holder.hpp"
#include "diff/index_sql.hpp"
#include "diff/inheritance.hpp"
#include "diff/replica_identity.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

SqlWriter alter_index(const ObjectId& id) {
  return SqlWriter("ALTER INDEX").name(id.qualified_name());
}

SqlWriter create_statement(const ObjectId& id, const Index& index, const Scope& scope) {
  SqlWriter sql("CREATE");
  sql.keyword_if(index.unique, "UNIQUE").keyword("INDEX").name(Identifier(id.name)).keyword("ON");
  sql.keyword_if(is_incomplete(index, scope.desired), "ONLY").name(index.relation);
  if (index.access_method.text() != "btree") sql.keyword("USING").name(index.access_method);
  write_index_elements(sql, index.elements);
  if (!index.include.empty()) sql.keyword("INCLUDE").names(index.include);
  sql.keyword_if(index.nulls_not_distinct, "NULLS NOT DISTINCT");
  if (!index.options.empty()) sql.keyword("WITH").options(index.options);
  if (!index.tablespace.empty()) sql.keyword("TABLESPACE").name(index.tablespace);
  if (!index.predicate.empty()) sql.keyword("WHERE").parenthesized(index.predicate);
  return sql;
}

// The table is no partition of that any more before the partitioned table's index may go: this one
// stays with it.
bool is_left_behind(const Index& current, const Scope& scope) {
  const auto* parent = scope.current.get<Index>(object_id(ObjectKind::index, current.partition_of));
  return parent != nullptr && leaves(object_id(ObjectKind::relation, current.relation),
                                     object_id(ObjectKind::relation, parent->relation), scope);
}

Action cluster_on(const ObjectId& id, const Index& index, const Scope& scope) {
  Action action = Action::changing(id);
  const bool clustered = scope.desired.get<Index>(id)->clustered;
  SqlWriter sql("ALTER");
  write_object(sql, *holder_of(scope.desired, id), scope);
  if (clustered) {
    sql.keyword("CLUSTER ON").name(Identifier(id.name));
  } else {
    sql.keyword("SET WITHOUT CLUSTER");
  }
  action.need(id);
  return action.statement(sql).lock(index.relation, LockMode::share_update_exclusive);
}

// Of "2=500" the place and the target; -1 is the server's default.
Action set_statistics(const ObjectId& id, const std::string& entry, bool back) {
  SqlWriter sql = alter_index(id).keyword("ALTER COLUMN");
  const std::size_t end = entry.find('=');
  sql.number(std::stoi(entry.substr(0, end))).keyword("SET STATISTICS");
  Action action = Action::changing(id);
  return action.need(id).statement(sql.number(back ? -1 : std::stoi(entry.substr(end + 1))));
}

Actions set_statistics(const ObjectId& id, const std::vector<std::string>& current,
                       const std::vector<std::string>& desired) {
  const OptionChanges changes = option_changes(current, desired);
  Actions actions;
  for (const std::string& entry : changes.reset) actions.add(set_statistics(id, entry, true));
  for (const std::string& entry : changes.set) actions.add(set_statistics(id, entry, false));
  return actions;
}

bool has_expressions(const Index& index) {
  return std::ranges::any_of(index.elements,
                             [](const IndexElement& one) { return one.attribute.empty(); });
}

bool has_server_name(const ObjectId& id, const Index& index) {
  return id.name == partition_index_name(index.relation, index_column_names(index), "idx");
}

bool is_other_index(const Index& one, const Index& other) {
  return compare_any(one.elements, other.elements) == Verdict::different ||
         compare_any(one.predicate, other.predicate) == Verdict::different;
}

Action attach(const ObjectId& id, const Index& index) {
  return attach_index(id, index.relation, object_id(ObjectKind::index, index.partition_of));
}

// The copy that the server makes on a partition. One with a name of its own is made before the
// partitioned table's index, which then takes it over.
bool is_implied(const ObjectId& id, const Index& index, const Scope& scope) {
  if (index.partition_of.empty()) return false;
  const bool made_with_table = scope.is_new(object_id(ObjectKind::relation, index.relation));
  if (must_be_attached(index.partition_of, scope) && !made_with_table) return false;
  const ObjectId parent = object_id(ObjectKind::index, index.partition_of);
  // What an expression is called depends on how it is written when the index is made.
  const bool certain = !has_expressions(index) || !scope.is_new(parent);
  const auto* before = scope.current.get<Index>(parent);
  const auto* after = scope.desired.get<Index>(parent);
  // What else the server takes for the same (another order, a condition that is always true) is
  // none of its own copies.
  const bool copied = after == nullptr || !is_other_index(index, *after);
  if (certain && copied && has_server_name(id, index)) return true;
  return before != nullptr && (after == nullptr || is_same_index(*before, *after));
}

bool would_be_named_alike(const Index& one, const Index& other) {
  return !other.partition_of.empty() && index_column_names(one) == index_column_names(other);
}

// The name under which the server makes the copy together with the partition, where that is
// certain: a name that is too long, taken or wanted by two it would change, and an expression's is
// its own.
std::optional<std::string> name_of_copy(const ObjectId& id, const Index& index,
                                        const Scope& scope) {
  if (!scope.is_new(object_id(ObjectKind::relation, index.relation))) return std::nullopt;
  if (has_server_name(id, index)) return std::nullopt;
  std::string name = partition_index_name(index.relation, index_column_names(index), "idx");
  const QualifiedName chosen = qualified(id.space, name);
  const bool taken = scope.desired.find_class(chosen) || scope.current.find_class(chosen);
  if (has_expressions(index) || name.size() > kMaxNameBytes || taken) return std::nullopt;
  for (const ObjectId& other : scope.desired.indexes_of(index.relation)) {
    if (other != id && would_be_named_alike(index, *scope.desired.get<Index>(other))) {
      return std::nullopt;
    }
  }
  return name;
}

Action implied(const ObjectId& id, const Index& index, const Scope& scope) {
  Action action = Action::making(id);
  const auto before = name_of_copy(id, index, scope);
  if (!before) return action;
  action.need(object_id(ObjectKind::index, index.partition_of));
  SqlWriter sql = alter_index(object_id(ObjectKind::index, qualified(id.space, *before)));
  return action.statement(sql.keyword("RENAME TO").name(Identifier(id.name)));
}

// The copy has the options of the partitioned table's index.
Actions own_options(const ObjectId& id, const Index& index, const Scope& scope) {
  const auto* parent = scope.desired.get<Index>(object_id(ObjectKind::index, index.partition_of));
  if (parent == nullptr) return {};
  return set_options(id, alter_index(id), parent->options, index.options);
}

// A partition has one index that is attached to the partitioned table's: under another name in the
// desired state it is the same index.
std::optional<ObjectId> earlier_name(const Index& desired, const Scope& scope) {
  for (const ObjectId& id : scope.current.indexes_of(desired.relation)) {
    const auto& index = *scope.current.get<Index>(id);
    const bool attached_there =
        !desired.partition_of.empty() && index.partition_of == desired.partition_of;
    if (attached_there && scope.is_dropped(id) && is_same_index(index, desired)) return id;
  }
  return std::nullopt;
}

// Of partitioned indexes that are alike, each takes what fits of the partitions' own: copies of the
// others are made first. One that stays on its own comes after the index that would take it.
void need_copies_of_others(Action& action, const ObjectId& id, const Index& index,
                           const Scope& scope) {
  for (const ObjectId& other : scope.desired.indexes_of(index.relation)) {
    const auto& copy = *scope.desired.get<Index>(other);
    const bool of_another = !copy.partition_of.empty() && copy.partition_of != index.partition_of;
    if (other == id || !of_another || !scope.is_new(other)) continue;
    if (!is_same_index(copy, index)) continue;
    const ObjectId parent = object_id(ObjectKind::index, copy.partition_of);
    if (is_implied(other, copy, scope)) action.need(other);
    if (index.partition_of.empty() && scope.is_new(parent)) action.need(parent);
  }
}

// Partitions' own indexes, and those of their partitions, first: the statement attaches them
// instead of making its own.
void need_partitions(Action& action, const ObjectId& id, const Scope& scope) {
  for (const ObjectId& key : keys_on(id, scope.desired)) action.need(key);
  for (const ObjectId& partition : partition_indexes(id, scope.desired)) {
    if (is_implied(partition, *scope.desired.get<Index>(partition), scope)) {
      need_partitions(action, partition, scope);
    } else {
      action.need(partition);
    }
  }
}

}  // namespace

Actions create(const ObjectId& id, const Index& desired, const Scope& scope) {
  Action action = Action::making(id);
  if (const auto before = earlier_name(desired, scope); before && before->space == id.space) {
    SqlWriter sql = alter_index(*before);
    action.statement(sql.keyword("RENAME TO").name(Identifier(id.name)));
    return action;
  }
  if (is_implied(id, desired, scope)) {
    Actions actions(implied(id, desired, scope));
    actions.add(own_options(id, desired, scope));
    if (desired.clustered) actions.add(cluster_on(id, desired, scope));
    return actions.add(set_statistics(id, {}, desired.statistics_targets));
  }
  action.statement(create_statement(id, desired, scope)).lock(desired.relation, LockMode::share);
  const bool incomplete = is_incomplete(desired, scope.desired);
  action.scans = !incomplete;
  need_copies_of_others(action, id, desired, scope);
  if (!desired.partition_of.empty()) {
    action.complete_needs = true;
    for (const ObjectId& needed : needed_by(scope.desired, id)) {
      if (needed.kind != ObjectKind::index) action.need(needed);
    }
  }
  if (!incomplete) need_partitions(action, id, scope);
  const auto holder = holder_of(scope.desired, id);
  if (holder && !scope.is_new(*holder) && !incomplete) {
    action.hazard(Hazard::blocks_writes);
    if (desired.unique) action.hazard(Hazard::needs_unique_data);
  }
  Actions actions(std::move(action));
  if (must_be_attached(desired.partition_of, scope)) actions.add(attach(id, desired));
  if (desired.clustered) actions.add(cluster_on(id, desired, scope));
  actions.add(set_statistics(id, {}, desired.statistics_targets));
  const ObjectId relation = object_id(ObjectKind::relation, desired.relation);
  return actions.add(renew_replica_identity(relation, id.qualified_name(), scope));
}

Actions drop(const ObjectId& id, const Index& current, const Scope& scope) {
  const auto holder = holder_of(scope.current, id);
  const bool attached = !current.partition_of.empty() && holder && !scope.is_dropped(*holder);
  const bool behind = attached && is_left_behind(current, scope);
  if (attached && !behind) {
    return Action::implied_drop(id, object_id(ObjectKind::index, current.partition_of));
  }
  Action action = drop_named("INDEX", id);
  // Keys of partitions go with it; those that stay are made anew.
  if (holds_keys(id, scope.current)) action.text += " CASCADE";
  for (const ObjectId& key : keys_on(id, scope.current)) {
    const ObjectId partition = *parent_of(key);
    if (leaves(partition, *holder, scope)) wait_until_left(action, partition);
  }
  if (behind) {
    wait_until_left(action, *holder);
  } else {
    action.vanishing(holder);
  }
  action.lock(current.relation, LockMode::access_exclusive);
  return action.hazard(Hazard::drops_index);
}

Actions alter(const ObjectId& id, const Index& current, const Index& desired,
              const Changed<Index>& changed, const Scope& scope) {
  const bool alterable =
      changed.only<&Index::options, &Index::tablespace, &Index::clustered, &Index::partition_of,
                   &Index::statistics_targets, &Index::valid>();
  // One of a partitioned table becomes valid when the last of its partitions' is attached.
  const bool rebuilt =
      changed.has<&Index::valid>() && !(desired.valid && is_incomplete(current, scope.current));
  const bool detached = changed.has<&Index::partition_of>() && desired.partition_of.empty();
  if (!alterable || rebuilt || (detached && !is_left_behind(current, scope)))
    return Actions::replacement();
  Actions actions;
  if (changed.has<&Index::partition_of>() && is_left_behind(current, scope)) {
    actions.add(letting_go(id, object_id(ObjectKind::index, current.partition_of),
                           object_id(ObjectKind::relation, current.relation)));
  }
  actions.add(set_options(id, alter_index(id), current.options, desired.options));
  if (changed.has<&Index::tablespace>()) {
    const Identifier space =
        desired.tablespace.empty() ? Identifier("pg_default") : desired.tablespace;
    SqlWriter sql = alter_index(id);
    Action action = Action::changing(id);
    action.statement(sql.keyword("SET TABLESPACE").name(space)).hazard(Hazard::blocks_reads);
    action.rewrites = true;
    actions.add(action.lock(desired.relation, LockMode::access_exclusive));
  }
  if (changed.has<&Index::clustered>()) actions.add(cluster_on(id, desired, scope));
  actions.add(set_statistics(id, current.statistics_targets, desired.statistics_targets));
  if (changed.has<&Index::partition_of>() && !detached) {
    if (must_be_attached(desired.partition_of, scope)) return actions.add(attach(id, desired));
    // Making the partitioned index attaches what fits.
    Action action = Action::changing(id);
    actions.add(action.need(object_id(ObjectKind::index, desired.partition_of)));
  }
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const Index& index,
               const Scope& scope) {
  return rename_with_table("INDEX", before, after, index.relation, scope);
}

}  // namespace pgplumb::diff
