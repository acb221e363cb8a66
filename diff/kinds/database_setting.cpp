#include "diff/rules.hpp"
#include "diff/sql_writer.hpp"

namespace pgplumb::diff {
namespace {

// Migrations run in databases of many names: the statement asks for the name when it runs.
SqlWriter statement(const ObjectId& id, const SqlWriter& change) {
  SqlWriter before("ALTER");
  if (id.grantee.empty()) {
    before.keyword("DATABASE");
  } else {
    before.keyword("ROLE").name(Identifier(id.grantee)).keyword("IN DATABASE");
  }
  return SqlWriter().in_this_database(before, change);
}

Action set(const ObjectId& id, const SettingValue& value) {
  SqlWriter change;
  change.setting(id.name + "=" + (value.secret ? "****" : value.text));
  Action action = Action::making(id).statement(statement(id, change));
  if (value.secret) action.hazard(Hazard::needs_secret);
  return action;
}

}  // namespace

Actions create(const ObjectId& id, const DatabaseSetting& desired, const Scope&) {
  return set(id, desired.value);
}

Actions drop(const ObjectId& id, const DatabaseSetting&, const Scope&) {
  return Action::dropping(id).statement(statement(id, SqlWriter().reset(id.name)));
}

Actions alter(const ObjectId& id, const DatabaseSetting&, const DatabaseSetting& desired,
              const Changed<DatabaseSetting>&, const Scope&) {
  return set(id, desired.value);
}

Actions rename(const ObjectId&, const ObjectId&, const DatabaseSetting&, const Scope&) {
  return {};
}

}  // namespace pgplumb::diff
