// ALTER DATABASE … SET.
#include "parse/database_settings.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::AlterDatabaseSetStmt& statement, Replay& replay) {
  change_database_setting(sql::text_of(statement.dbname), "", *statement.setstmt, replay);
}

}  // namespace pgplumb::parse
