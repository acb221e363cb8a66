#include "diff/foreign_options.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

SqlWriter statement(Words verb, const ObjectId& id) {
  SqlWriter sql(verb);
  sql.keyword("USER MAPPING FOR");
  if (id.member.empty()) {
    sql.keyword("CURRENT_USER");
  } else {
    sql.role(id.member == "public" ? std::string() : id.member.str());
  }
  return sql.keyword("SERVER").name(Identifier(id.name));
}

}  // namespace

Actions create(const ObjectId& id, const UserMapping& desired, const Scope& scope) {
  SqlWriter sql = statement("CREATE", id);
  write_options(sql, desired.options.known);
  Action action = Action::making(id);
  action.statement(sql);
  if (!scope.is_new(*parent_of(id))) action.hazard(Hazard::changes_authorization);
  declare_secrets(action, {}, desired.options.known);
  return action;
}

// DROP SERVER refuses while there is one.
Actions drop(const ObjectId& id, const UserMapping&, const Scope& scope) {
  Action action = Action::dropping(id);
  action.statement(statement("DROP", id));
  if (!scope.is_dropped(*parent_of(id))) action.hazard(Hazard::changes_authorization);
  return action;
}

Actions alter(const ObjectId& id, const UserMapping& current, const UserMapping& desired,
              const Changed<UserMapping>&, const Scope&) {
  SqlWriter sql = statement("ALTER", id);
  write_option_changes(sql, current.options.known, desired.options.known);
  Action action = Action::making(id);
  action.statement(sql).hazard(Hazard::changes_authorization);
  declare_secrets(action, current.options.known, desired.options.known);
  return action;
}

Actions rename(const ObjectId&, const ObjectId&, const UserMapping&, const Scope&) { return {}; }

}  // namespace pgplumb::diff
