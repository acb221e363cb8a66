// Savepoints. BEGIN and COMMIT are the runner's business, and a migration with ROLLBACK is refused.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::TransactionStmt& statement, Replay& replay) {
  const std::string name = sql::text_of(statement.savepoint_name);
  switch (statement.kind) {
    case TRANS_STMT_SAVEPOINT: return replay.set_savepoint(name);
    case TRANS_STMT_ROLLBACK_TO: return replay.roll_back_to_savepoint(name);
    case TRANS_STMT_RELEASE: return replay.release_savepoint(name);
    default: return replay.forget_savepoints();
  }
}

}  // namespace pgplumb::parse
