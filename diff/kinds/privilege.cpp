#include <algorithm>
#include <string>
#include <utility>

#include "diff/holder.hpp"
#include "diff/initial_access.hpp"
#include "diff/privilege_steps.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"
#include "schema/running_role.hpp"

namespace pgplumb::diff {
namespace {

// GRANT calls an aggregate a function.
void write_function(SqlWriter& sql, const ObjectId& id, const Scope& scope) {
  const auto* aggregate = scope.desired.get<Aggregate>(id);
  if (aggregate == nullptr) aggregate = scope.current.get<Aggregate>(id);
  sql.keyword("FUNCTION").name(id.qualified_name()).call();
  sql.list(aggregate->arguments, [&](const Argument& argument) { sql.type(argument.type); });
  sql.close();
}

void write_subject(SqlWriter& sql, const ObjectId& subject, const Scope& scope) {
  sql.keyword("ON");
  switch (subject.kind) {
    case ObjectKind::attribute:
    case ObjectKind::relation:
    case ObjectKind::view:
    case ObjectKind::materialized_view: sql.keyword("TABLE").name(subject.qualified_name()); break;
    case ObjectKind::foreign_server:
      sql.keyword("FOREIGN SERVER").name(Identifier(subject.name));
      break;
    case ObjectKind::aggregate: write_function(sql, subject, scope); break;
    default: write_object(sql, subject, scope);
  }
}

Action action_for(const ObjectId& id, const PrivilegeStep& step, const Scope& scope) {
  const ObjectId subject = *parent_of(id);
  const bool column = subject.kind == ObjectKind::attribute;
  SqlWriter sql = privilege_words(step, column ? Identifier(subject.member) : Identifier());
  write_subject(sql, subject, scope);
  write_grantee(sql, step, id.grantee);
  Action action = step.grants ? Action::making(id) : Action::changing(id);
  action.need(about(ObjectKind::owner, subject)).statement(sql).as(step.grantor);
  if (!step.grants) action.lessen(id).need(subject);
  if (!scope.is_new(subject)) action.hazard(Hazard::changes_authorization);
  return action;
}

Actions change(const ObjectId& id, const Privilege& current, const Privilege& desired,
               const Scope& scope) {
  Actions actions;
  for (const PrivilegeStep& step : privilege_steps(parent_of(id)->kind, current, desired)) {
    actions.add(action_for(id, step, scope));
  }
  const bool grants = !actions.actions.empty() && !actions.actions.back().makes.empty();
  if (!grants) actions.add(Action::making(id));
  return actions;
}

// The grants of an object that is made again are gone with it.
bool is_made(const ObjectId& id, const Scope& scope) { return scope.is_new(*parent_of(id)); }

bool takes_away(const std::vector<PrivilegeStep>& steps) {
  return !steps.empty() && !steps.front().grants;
}

std::string owner_of(const ObjectId& subject, const Catalog& catalog) {
  const auto* owner = catalog.get<Owner>(about(ObjectKind::owner, subject));
  if (owner != nullptr) return owner->role;
  return is_public_namespace(subject) ? catalog.public_owner : catalog.default_owner.value_or("");
}

// Of an object that stays; columns have no owners of their own.
bool changes_owner(const ObjectId& id, const Scope& scope) {
  const ObjectId subject = *parent_of(id);
  return subject.kind != ObjectKind::attribute && !is_made(id, scope) &&
         !scope.is_dropped(subject) &&
         owner_of(subject, scope.current) != owner_of(subject, scope.desired);
}

void unite(std::string& letters, const std::string& more) {
  letters += more;
  std::ranges::sort(letters);
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
}

// A new owner has what the last one had, on top of its own.
Privilege with_ownership(const ObjectId& id, Privilege held, const Scope& scope) {
  const ObjectId subject = *parent_of(id);
  const std::string before = owner_of(subject, scope.current);
  const auto* fact =
      before.empty() ? nullptr : scope.current.get<Privilege>(privilege_on(subject, before));
  if (fact == nullptr) {
    unite(held.privileges, owner_default_privileges(subject.kind, scope.current.server_version));
  } else {
    unite(held.privileges, fact->privileges);
    unite(held.grant_option, fact->grant_option);
  }
  return held;
}

// What `id`'s grantee holds when the owner is the desired one.
Privilege held_then(const ObjectId& id, const Privilege& held, const Scope& scope) {
  if (id.grantee.empty() || !changes_owner(id, scope)) return held;
  const ObjectId subject = *parent_of(id);
  if (id.grantee == owner_of(subject, scope.desired)) return with_ownership(id, held, scope);
  return id.grantee == owner_of(subject, scope.current) ? Privilege{} : held;
}

bool loses_ownership(const ObjectId& id, const Scope& scope) {
  return changes_owner(id, scope) && id.grantee == owner_of(*parent_of(id), scope.current);
}

// To a new owner of whom nothing is said: all that the last one did not have.
Actions complete_new_owner(const ObjectId& id, const Scope& scope) {
  const ObjectId subject = *parent_of(id);
  std::string role = owner_of(subject, scope.desired);
  if (role.empty()) role = kRunningRole;
  const ObjectId owners = privilege_on(subject, role);
  if (scope.desired.contains(owners)) return {};
  const auto* own = scope.current.get<Privilege>(owners);
  const Privilege held = with_ownership(owners, own == nullptr ? Privilege{} : *own, scope);
  const Privilege all{owner_default_privileges(subject.kind, scope.desired.server_version), ""};
  Actions actions;
  for (const PrivilegeStep& step : privilege_steps(subject.kind, held, all)) {
    actions.add(action_for(owners, step, scope).await(about(ObjectKind::owner, subject)));
  }
  return actions;
}

}  // namespace

Privilege initial_privilege(const ObjectId& id, const Catalog& catalog) {
  const ObjectId subject = *parent_of(id);
  if (id.grantee.empty()) return {initial_of_everybody(subject, catalog.version()), ""};
  const auto* owner = catalog.get<Owner>(about(ObjectKind::owner, subject));
  const std::string role = owner != nullptr ? owner->role : catalog.default_owner.value_or("");
  if (role != id.grantee) return {};
  return {owner_default_privileges(subject.kind, catalog.server_version), ""};
}

// Whoever runs the plan makes the object: in the current state, the role that most belongs to.
Actions surplus_access(const ObjectId& subject, const Scope& scope) {
  Actions actions;
  const std::string role = scope.current.default_owner.value_or("");
  for (const auto& [grantee, held] : default_access(scope.current, role, subject)) {
    const ObjectId id = privilege_on(subject, grantee);
    const auto* wanted = scope.desired.get<Privilege>(id);
    const Privilege desired = wanted != nullptr ? *wanted : initial_privilege(id, scope.desired);
    const auto steps = privilege_steps(subject.kind, held, desired);
    // Where a fact is wanted, its own rule grants what is missing.
    if (wanted != nullptr && !takes_away(steps)) continue;
    for (const PrivilegeStep& step : steps) {
      Action action = action_for(id, step, scope);
      action.id = subject;
      action.makes.clear();
      actions.add(action.need(subject));
    }
  }
  return actions;
}

Actions create(const ObjectId& id, const Privilege& desired, const Scope& scope) {
  const bool made = is_made(id, scope);
  Privilege initial = initial_privilege(id, made ? scope.desired : scope.current);
  // CREATE SCHEMA public is not what initdb does.
  if (made && id.grantee.empty() && is_public_namespace(*parent_of(id))) initial = {};
  return change(id, held_then(id, initial, scope), desired, scope);
}

Actions drop(const ObjectId& id, const Privilege& current, const Scope& scope) {
  if (loses_ownership(id, scope)) {
    return Actions(Action::dropping(id)).add(complete_new_owner(id, scope));
  }
  Actions actions = change(id, current, initial_privilege(id, scope.current), scope);
  for (Action& action : actions.actions) {
    action.makes.clear();
    action.needs.clear();
    action.lessens.clear();
    action.breaks = {id};
    action.phase = Phase::drop;
    action.vanishing(holder_of(scope.current, id));
  }
  return actions;
}

Actions alter(const ObjectId& id, const Privilege& current, const Privilege& desired,
              const Changed<Privilege>&, const Scope& scope) {
  Actions actions = change(id, held_then(id, current, scope), desired, scope);
  if (loses_ownership(id, scope)) actions.add(complete_new_owner(id, scope));
  return actions;
}

Actions rename(const ObjectId&, const ObjectId&, const Privilege&, const Scope&) { return {}; }

}  // namespace pgplumb::diff
