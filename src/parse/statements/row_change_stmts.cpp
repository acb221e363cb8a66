// Changes of rows, and cursors: passed over, but for rows of system catalogs and for functions,
// triggers and rules that run DDL.
#include "parse/replay.hpp"
#include "parse/routine_effects.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::InsertStmt&, Replay& replay) { leave_open_effects(replay); }

void lower(const ::UpdateStmt&, Replay& replay) { leave_open_effects(replay); }

void lower(const ::DeleteStmt&, Replay& replay) { leave_open_effects(replay); }

void lower(const ::MergeStmt&, Replay& replay) { leave_open_effects(replay); }

void lower(const ::CopyStmt& statement, Replay& replay) {
  if (!statement.is_from || statement.relation == nullptr) return leave_open_effects(replay);
  leave_open_effects("INSERT INTO " + written(*statement.relation), replay);
}

void lower(const ::TruncateStmt&, Replay& replay) { leave_open_effects(replay); }

void lower(const ::DeclareCursorStmt&, Replay& replay) { leave_open_effects(replay); }

}  // namespace pgplumb::parse
