#include "diff/holder.hpp"
#include "diff/rules.hpp"
#include "diff/sequence_options.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

Actions set(const ObjectId& id, const std::string& role, const Scope& scope) {
  const ObjectId subject = *parent_of(id);
  if (gets_owner_from_table(subject, scope)) return Action::making(id);
  SqlWriter sql("ALTER");
  write_object(sql, subject, scope);
  sql.keyword("OWNER TO").role(role);
  Action action = Action::making(id);
  action.statement(sql);
  if (!scope.is_new(subject)) action.hazard(Hazard::changes_authorization);
  return action;
}

}  // namespace

Actions create(const ObjectId& id, const Owner& desired, const Scope& scope) {
  return set(id, desired.role, scope);
}

// A desired state that names no owner means whoever runs the plan; a server's state has one that
// most objects belong to.
Actions drop(const ObjectId& id, const Owner&, const Scope& scope) {
  const ObjectId subject = *parent_of(id);
  Action action = Action::dropping(id);
  action.vanishing(holder_of(scope.current, id), 0);
  if (scope.is_dropped(subject)) return action;
  if (gets_owner_from_table(subject, scope)) return action;
  SqlWriter sql("ALTER");
  write_object(sql, subject, scope);
  sql.keyword("OWNER TO");
  if (is_public_namespace(subject) && !scope.desired.public_owner.empty()) {
    sql.role(scope.desired.public_owner);
  } else if (scope.desired.default_owner) {
    sql.role(*scope.desired.default_owner);
  } else {
    sql.keyword("CURRENT_USER");
  }
  return action.statement(sql).hazard(Hazard::changes_authorization);
}

Actions alter(const ObjectId& id, const Owner&, const Owner& desired, const Changed<Owner>&,
              const Scope& scope) {
  return set(id, desired.role, scope);
}

Actions rename(const ObjectId&, const ObjectId&, const Owner&, const Scope&) { return {}; }

}  // namespace pgplumb::diff
