// ALTER DATABASE … SET.
#include "parse/replay.hpp"
#include "parse/session_settings.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::AlterDatabaseSetStmt& statement, Replay& replay) {
  replay.unmanaged("");
  apply_default_setting(*statement.setstmt, replay);
}

}  // namespace pgplumb::parse
