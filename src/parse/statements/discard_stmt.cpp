// DISCARD: ALL gives back all that was set.
#include "parse/replay.hpp"
#include "parse/session_settings.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::DiscardStmt& statement, Replay& replay) {
  if (statement.target == DISCARD_ALL) discard_session_settings(replay);
  if (statement.target == DISCARD_ALL || statement.target == DISCARD_TEMP) {
    replay.forget_all_temporary();
  }
}

}  // namespace pgplumb::parse
