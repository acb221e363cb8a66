// Savepoints, and what a schema file undoes itself. A migration with ROLLBACK is refused.
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
    case TRANS_STMT_BEGIN:
    case TRANS_STMT_START: return replay.begin_transaction();
    case TRANS_STMT_ROLLBACK: replay.roll_back_transaction(); break;
    default: replay.end_transaction();
  }
  if (statement.chain) replay.begin_transaction();
}

}  // namespace pgplumb::parse
