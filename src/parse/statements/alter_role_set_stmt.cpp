// ALTER ROLE … SET: of one database, or of all of them, where it counts if it is about whoever runs
// the text.
#include <string>

#include "parse/database_settings.hpp"
#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "parse/session_settings.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

void set_in_database(const ::AlterRoleSetStmt& statement, Replay& replay) {
  const std::string database = sql::text_of(statement.database);
  if (statement.role == nullptr) {  // ALTER ROLE ALL
    return change_database_setting(database, "", *statement.setstmt, replay);
  }
  const auto role = role_of(*statement.role, replay);
  if (!role) return replay.unmanaged("");
  change_database_setting(database, *role, *statement.setstmt, replay);
}

}  // namespace

void lower(const ::AlterRoleSetStmt& statement, Replay& replay) {
  if (statement.database != nullptr) set_in_database(statement, replay);
  // ALTER ROLE ALL has no role; of a named one the text does not tell whether it runs migrations.
  const bool everyone = statement.role == nullptr && statement.database == nullptr;
  const bool runner = statement.role != nullptr && statement.role->roletype != ROLESPEC_CSTRING;
  if (everyone || runner) apply_default_setting(*statement.setstmt, replay);
}

}  // namespace pgplumb::parse
