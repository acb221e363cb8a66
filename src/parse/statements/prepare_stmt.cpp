// PREPARE: only queries and changes of rows can be prepared; what they may do is looked at here.
#include "parse/replay.hpp"
#include "parse/routine_effects.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::PrepareStmt&, Replay& replay) { leave_open_effects(replay); }

}  // namespace pgplumb::parse
