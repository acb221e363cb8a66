#include "parse/database_settings.hpp"

#include <vector>

#include "parse/database_name.hpp"
#include "parse/replay.hpp"
#include "parse/session_settings.hpp"
#include "parse/settings.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

void reset_all(const std::string& role, Replay& replay) {
  std::vector<ObjectId> ids;
  for (const auto [id, setting] : replay.catalog().all<DatabaseSetting>()) {
    if (id.grantee == role) ids.push_back(id);
  }
  for (const ObjectId& id : ids) replay.drop(id);
}

void change(const std::string& role, const ::VariableSetStmt& statement, Replay& replay) {
  if (statement.kind == VAR_RESET_ALL) return reset_all(role, replay);
  const std::string name = setting_name(sql::text_of(statement.name));
  const ObjectId id = database_setting_id(name, role);
  switch (statement.kind) {
    case VAR_SET_VALUE:
      return replay.put(id, DatabaseSetting{setting_value_of(name, setting_value(statement))});
    case VAR_SET_CURRENT:
      return replay.opaque("what " + name + " is worth when the text runs, only the session knows",
                           Replay::Reach{id});
    default:
      if (replay.catalog().contains(id)) replay.drop(id);
  }
}

}  // namespace

void change_database_setting(const std::string& database, const std::string& role,
                             const ::VariableSetStmt& statement, Replay& replay) {
  const auto here = is_this_database(database, replay);
  if (here && !*here) return replay.unmanaged("");
  if (!here) replay.assume();
  change(role, statement, replay);
  if (role.empty()) apply_default_setting(statement, replay);
}

}  // namespace pgplumb::parse
