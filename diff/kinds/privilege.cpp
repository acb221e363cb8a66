#include <algorithm>
#include <string>
#include <utility>

#include "diff/holder.hpp"
#include "diff/initial_access.hpp"
#include "diff/new_owners.hpp"
#include "diff/privilege_steps.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"
#include "schema/ownership.hpp"

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
    case ObjectKind::routine:
      // What an extension brings is neither side's object.
      if (scope.desired.contains(subject) || scope.current.contains(subject)) {
        write_object(sql, subject, scope);
      } else {
        sql.keyword("ROUTINE").name(subject.qualified_name()).signature(subject.member);
      }
      break;
    default: write_object(sql, subject, scope);
  }
}

const Privilege::OnMember* on_member(const ObjectId& id, const Scope& scope) {
  for (const Catalog* state : {&scope.desired, &scope.current}) {
    const auto* fact = state->get<Privilege>(id);
    if (fact != nullptr && fact->on_member) return &*fact->on_member;
  }
  return nullptr;
}

// What the privileges come and go with: the subject, or the extension that brings it.
ObjectId whole_of(const ObjectId& id, const Scope& scope) {
  const auto* member = on_member(id, scope);
  return member == nullptr ? *parent_of(id) : object_id(ObjectKind::extension, member->extension);
}

Privilege initial_of(const ObjectId& id, const Catalog& catalog, const Scope& scope) {
  if (const auto* member = on_member(id, scope)) return {member->privileges, member->grant_option};
  return initial_privilege(id, catalog, owner_then(*parent_of(id), scope));
}

// What a change of the owner makes of the privileges is done by then.
void after_owner(Action& action, const ObjectId& id) {
  const ObjectId owner = about(ObjectKind::owner, owned_whole(*parent_of(id)));
  action.need(owner).await(owner);
}

// A REVOKE on the relation takes from its columns as well.
void after_relation(Action& action, const ObjectId& id) {
  const ObjectId on_relation = privilege_on(owned_whole(*parent_of(id)), id.grantee);
  action.need(on_relation).await(on_relation);
}

Action action_for(const ObjectId& id, const PrivilegeStep& step, const Scope& scope) {
  const ObjectId subject = *parent_of(id);
  const bool column = subject.kind == ObjectKind::attribute;
  SqlWriter sql = privilege_words(step, column ? Identifier(subject.member) : Identifier());
  write_subject(sql, subject, scope);
  write_grantee(sql, step, id.grantee);
  Action action = step.grants ? Action::making(id) : Action::changing(id);
  after_owner(action, id);
  action.statement(sql).as(step.grantor);
  if (column && step.grants) after_relation(action, id);
  const ObjectId whole = whole_of(id, scope);
  if (!step.grants) action.lessen(id).need(whole);
  if (!scope.is_new(whole)) action.hazard(Hazard::changes_authorization);
  return action;
}

void give_back_to_columns(const ObjectId& id, const PrivilegeStep& revoke, const Scope& scope,
                          Actions& actions) {
  const ObjectId subject = *parent_of(id);
  for (const ObjectId& on_column : column_privileges(subject, scope.desired)) {
    const auto* current = scope.current.get<Privilege>(on_column);
    if (current == nullptr || on_column.grantee != id.grantee) continue;
    const auto& desired = *scope.desired.get<Privilege>(on_column);
    for (const PrivilegeStep& step : column_steps_after(revoke, *current, desired)) {
      Action action = action_for(on_column, step, scope);
      std::erase(action.needs, id);
      std::erase(action.awaits, id);
      actions.add(std::move(action));
    }
  }
}

Actions change(const ObjectId& id, const Privilege& current, const Privilege& desired,
               const Scope& scope) {
  Actions actions;
  for (const PrivilegeStep& step : privilege_steps(parent_of(id)->kind, current, desired)) {
    actions.add(action_for(id, step, scope));
    if (!step.grants) give_back_to_columns(id, step, scope, actions);
  }
  const auto is_grant = [&](const Action& a) { return a.id == id && !a.makes.empty(); };
  if (std::ranges::none_of(actions.actions, is_grant)) actions.add(Action::making(id));
  return actions;
}

// The grants of an object that is made again are gone with it.
bool is_made(const ObjectId& id, const Scope& scope) { return scope.is_new(whole_of(id, scope)); }

bool takes_away(const std::vector<PrivilegeStep>& steps) {
  return !steps.empty() && !steps.front().grants;
}

// What default privileges give `subject`, which is made with `whole`.
Actions surplus_of(const ObjectId& subject, const ObjectId& whole, const ExtensionMember* member,
                   const Scope& scope) {
  Actions actions;
  const std::string role = scope.current.default_owner.value_or("");
  const std::string owner = owner_then(subject, scope);
  for (const auto& [grantee, held] : default_access(scope.current, role, subject)) {
    const ObjectId id = privilege_on(subject, grantee);
    const auto* wanted = scope.desired.get<Privilege>(id);
    const Privilege initial = member == nullptr ? initial_privilege(id, scope.desired, owner)
                                                : initial_privilege(*member, grantee, owner,
                                                                    scope.desired.server_version);
    const auto steps = privilege_steps(subject.kind, held, wanted != nullptr ? *wanted : initial);
    // Where a fact is wanted, its own rule grants what is missing.
    if (wanted != nullptr && !takes_away(steps)) continue;
    for (const PrivilegeStep& step : steps) {
      Action action = action_for(id, step, scope);
      std::erase(action.needs, subject);
      action.id = whole;
      action.makes.clear();
      actions.add(action.need(whole));
    }
  }
  return actions;
}

}  // namespace

// Whoever runs the plan makes the object: in the current state, the role that most belongs to.
Actions surplus_access(const ObjectId& subject, const Scope& scope) {
  if (subject.kind != ObjectKind::extension) return surplus_of(subject, subject, nullptr, scope);
  Actions actions;
  const auto known = scope.desired.extension_contents.find(subject.name);
  if (known == scope.desired.extension_contents.end()) return actions;
  for (const ExtensionMember& member : known->second) {
    if (member.initial) continue;
    if (const auto id = subject_of(member)) actions.add(surplus_of(*id, subject, &member, scope));
  }
  return actions;
}

Actions create(const ObjectId& id, const Privilege& desired, const Scope& scope) {
  const bool made = is_made(id, scope);
  Privilege initial = initial_of(id, made ? scope.desired : scope.current, scope);
  // CREATE SCHEMA public is not what initdb does.
  if (made && id.grantee.empty() && is_public_namespace(*parent_of(id))) initial = {};
  return change(id, initial, desired, scope);
}

Actions drop(const ObjectId& id, const Privilege& current, const Scope& scope) {
  Actions actions = change(id, current, initial_of(id, scope.current, scope), scope);
  // One that is made again starts with nothing to be given back.
  if (scope.desired.contains(id)) {
    std::erase_if(actions.actions, [&](const Action& action) { return action.id != id; });
  }
  for (Action& action : actions.actions) {
    if (action.id != id) continue;
    action.makes.clear();
    action.needs.clear();
    action.lessens.clear();
    action.breaks = {id};
    action.phase = Phase::drop;
    action.vanishing(holder_of(scope.current, id));
    if (!scope.is_dropped(whole_of(id, scope))) after_owner(action, id);
  }
  return actions;
}

Actions alter(const ObjectId& id, const Privilege& current, const Privilege& desired,
              const Changed<Privilege>&, const Scope& scope) {
  return change(id, current, desired, scope);
}

Actions rename(const ObjectId&, const ObjectId&, const Privilege&, const Scope&) { return {}; }

}  // namespace pgplumb::diff
