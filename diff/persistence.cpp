#include "diff/persistence.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "diff/inheritance.hpp"
#include "diff/sql_writer.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

// A foreign key that the plan keeps between two tables that change alike.
struct Link {
  ObjectId key;
  ObjectId earlier;  // the table whose turn comes first
  ObjectId later;
};

bool changes_to(const ObjectId& table, Persistence persistence, const Scope& scope) {
  const auto* before = scope.current.get<Relation>(table);
  const auto* after = scope.desired.get<Relation>(table);
  return before != nullptr && after != nullptr && before->persistence != after->persistence &&
         after->persistence == persistence;
}

std::vector<Link> links(Persistence persistence, const Scope& scope) {
  std::vector<Link> found;
  for (const auto [key, constraint] : scope.current.all<Constraint>()) {
    if (constraint.type != ConstraintType::foreign_key || scope.is_dropped(key)) continue;
    const ObjectId own = *parent_of(key);
    const ObjectId other = object_id(ObjectKind::relation, constraint.foreign_relation);
    if (own == other || !changes_to(own, persistence, scope) ||
        !changes_to(other, persistence, scope)) {
      continue;
    }
    const bool logged = persistence == Persistence::permanent;
    found.push_back({key, logged ? other : own, logged ? own : other});
  }
  return found;
}

bool comes_before(const ObjectId& table, const ObjectId& other, const std::vector<Link>& links) {
  std::set<ObjectId> seen = {table};
  std::vector<ObjectId> open = {table};
  while (!open.empty()) {
    const ObjectId next = open.back();
    open.pop_back();
    if (next == other) return true;
    for (const Link& link : links) {
      if (link.earlier == next && seen.insert(link.later).second) open.push_back(link.later);
    }
  }
  return false;
}

// A partition's copy of a key goes with the partitioned table's.
ObjectId topmost_key(ObjectId key, const Catalog& catalog) {
  while (!catalog.get<Constraint>(key)->partition_of.empty()) {
    const auto above = parent_constraint(catalog, key);
    if (!above) break;
    key = *above;
  }
  return key;
}

// Keys that go, or are made anew, are gone by then.
void await_keys(Action& action, const Scope& scope) {
  for (const auto [key, constraint] : scope.current.all<Constraint>()) {
    if (constraint.type != ConstraintType::foreign_key || !constraint.partition_of.empty())
      continue;
    const bool is_end = *parent_of(key) == action.id ||
                        object_id(ObjectKind::relation, constraint.foreign_relation) == action.id;
    if (is_end) action.await(key);
  }
}

}  // namespace

Actions change_persistence(const ObjectId& id, const Relation& desired, const Scope& scope) {
  const bool logged = desired.persistence == Persistence::permanent;
  SqlWriter sql = alter_table(id.qualified_name());
  sql.keyword(logged ? Words("SET LOGGED") : Words("SET UNLOGGED"));
  // New keys wait for it.
  Action action = Action::making(id);
  action.complete_needs = true;
  action.statement(sql).lock(id.qualified_name(), LockMode::access_exclusive);
  action.rewrites = true;
  action.hazard(Hazard::rewrites_table);
  await_keys(action, scope);
  Actions actions;
  const std::vector<Link> all = links(desired.persistence, scope);
  for (const Link& link : all) {
    if (link.later != id) continue;
    // Of a circle those go whose earlier table has the lesser name: the rest can't run in one.
    const bool in_circle = comes_before(id, link.earlier, all);
    if (in_circle && link.earlier < id) {
      actions.replace.push_back(topmost_key(link.key, scope.current));
    } else {
      action.need(link.earlier);
    }
  }
  actions.add(std::move(action));
  return actions;
}

}  // namespace pgplumb::diff
