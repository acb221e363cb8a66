#include "parse/replay.hpp"
#include "parse/routine_effects.hpp"
#include "parse/statements.hpp"
#include "parse/table_from_query.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::CreateTableAsStmt& statement, Replay& replay) {
  create_from_query(
      statement.query, *statement.into,
      statement.objtype == OBJECT_MATVIEW ? QueryResult::materialized_view : QueryResult::table,
      statement.if_not_exists ? IfExists::keeps : IfExists::fails, replay);
  leave_open_effects(replay);
}

}  // namespace pgplumb::parse
