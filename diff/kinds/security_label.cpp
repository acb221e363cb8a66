#include "diff/holder.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

SqlWriter label_statement(const ObjectId& id, const Scope& scope) {
  SqlWriter sql("SECURITY LABEL FOR");
  sql.name(Identifier(id.grantee)).keyword("ON");
  write_object(sql, *parent_of(id), scope);
  return sql.keyword("IS");
}

Action set(const ObjectId& id, const SecurityLabel& desired, const Scope& scope) {
  SqlWriter sql = label_statement(id, scope);
  Action action = Action::making(id);
  action.statement(sql.literal(desired.label));
  if (!scope.is_new(*parent_of(id))) action.hazard(Hazard::changes_authorization);
  return action;
}

}  // namespace

Actions create(const ObjectId& id, const SecurityLabel& desired, const Scope& scope) {
  return set(id, desired, scope);
}

Actions drop(const ObjectId& id, const SecurityLabel&, const Scope& scope) {
  SqlWriter sql = label_statement(id, scope);
  Action action = Action::dropping(id);
  action.statement(sql.keyword("NULL")).hazard(Hazard::changes_authorization);
  return action.vanishing(holder_of(scope.current, id));
}

Actions alter(const ObjectId& id, const SecurityLabel&, const SecurityLabel& desired,
              const Changed<SecurityLabel>&, const Scope& scope) {
  return set(id, desired, scope);
}

Actions rename(const ObjectId&, const ObjectId&, const SecurityLabel&, const Scope&) { return {}; }

}  // namespace pgplumb::diff
