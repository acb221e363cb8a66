// SET, SET LOCAL, RESET, SET ROLE, SET SESSION AUTHORIZATION.
#include "parse/replay.hpp"
#include "parse/session_settings.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::VariableSetStmt& statement, Replay& replay) {
  apply_session_setting(statement, replay);
}

}  // namespace pgplumb::parse
