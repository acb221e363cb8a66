#include "diff/privilege_steps.hpp"
#include "diff/rules.hpp"

namespace pgplumb::diff {
namespace {

Privilege held_by(const DatabasePrivilege& fact) { return {fact.privileges, fact.grant_option}; }

// What the grantee holds without a fact.
Privilege initial_of(const ObjectId& id, const Catalog& catalog) {
  if (id.grantee.empty()) return {public_default_privileges(id.kind), ""};
  if (id.grantee != catalog.database_owner) return {};
  return {owner_default_privileges(id.kind), ""};
}

// Migrations run in databases of many names: each statement asks for the name when it runs.
Actions change_on_database(const ObjectId& id, const Privilege& current, const Privilege& desired) {
  Actions actions;
  for (const PrivilegeStep& step : privilege_steps(id.kind, current, desired)) {
    SqlWriter grantee;
    write_grantee(grantee, step, id.grantee);
    const SqlWriter words = privilege_words(step).keyword("ON DATABASE");
    Action action = Action::making(id);
    action.statement(SqlWriter().in_this_database(words, grantee));
    actions.add(action.hazard(Hazard::changes_authorization));
  }
  return actions;
}

}  // namespace

Actions create(const ObjectId& id, const DatabasePrivilege& desired, const Scope& scope) {
  return change_on_database(id, initial_of(id, scope.current), held_by(desired));
}

Actions drop(const ObjectId& id, const DatabasePrivilege& current, const Scope& scope) {
  Actions actions = change_on_database(id, held_by(current), initial_of(id, scope.desired));
  for (Action& action : actions.actions) action.makes.clear();
  return actions;
}

Actions alter(const ObjectId& id, const DatabasePrivilege& current,
              const DatabasePrivilege& desired, const Changed<DatabasePrivilege>&, const Scope&) {
  return change_on_database(id, held_by(current), held_by(desired));
}

Actions rename(const ObjectId&, const ObjectId&, const DatabasePrivilege&, const Scope&) {
  return {};
}

}  // namespace pgplumb::diff
