#include "diff/privilege_steps.hpp"
#include "diff/rules.hpp"

namespace pgplumb::diff {
namespace {

Privilege held_by(const DefaultPrivilege& fact) { return {fact.privileges, fact.grant_option}; }

Words target_words(DefaultTarget target) {
  switch (target) {
    case DefaultTarget::tables: return "TABLES";
    case DefaultTarget::sequences: return "SEQUENCES";
    case DefaultTarget::functions: return "FUNCTIONS";
    case DefaultTarget::types: return "TYPES";
    case DefaultTarget::schemas: break;
  }
  return "SCHEMAS";
}

Actions change(const ObjectId& id, const Privilege& current, const Privilege& desired) {
  const DefaultTarget target = default_target_of(id);
  Actions actions;
  for (const PrivilegeStep& step : privilege_steps(kind_of_target(target), current, desired)) {
    SqlWriter sql("ALTER DEFAULT PRIVILEGES");
    if (!id.name.empty()) sql.keyword("FOR ROLE").role(id.name);
    if (!id.space.empty()) sql.keyword("IN SCHEMA").name(Identifier(id.space));
    sql.part(privilege_words(step)).keyword("ON").keyword(target_words(target));
    write_grantee(sql, step, id.grantee);
    Action action = Action::making(id);
    actions.add(action.statement(sql).hazard(Hazard::changes_authorization));
  }
  return actions;
}

}  // namespace

Actions create(const ObjectId& id, const DefaultPrivilege& desired, const Scope&) {
  return change(id, {initial_default_privileges(id), ""}, held_by(desired));
}

// Not in the phase of drops: what the plan makes is made under the current default privileges, so
// that its other statements know what a new object grants.
Actions drop(const ObjectId& id, const DefaultPrivilege& current, const Scope& scope) {
  const ObjectId space = object_id(ObjectKind::namespace_, Identifier(id.space));
  if (!id.space.empty() && scope.is_dropped(space)) return Action::implied_drop(id, space);
  Actions actions = change(id, held_by(current), {initial_default_privileges(id), ""});
  for (Action& action : actions.actions) {
    action.makes.clear();
    action.complete_needs = true;
  }
  return actions;
}

Actions alter(const ObjectId& id, const DefaultPrivilege& current, const DefaultPrivilege& desired,
              const Changed<DefaultPrivilege>&, const Scope&) {
  return change(id, held_by(current), held_by(desired));
}

Actions rename(const ObjectId&, const ObjectId&, const DefaultPrivilege&, const Scope&) {
  return {};
}

}  // namespace pgplumb::diff
