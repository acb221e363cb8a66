// CALL: harmless unless the procedure has DDL in it.
#include "parse/replay.hpp"
#include "parse/routine_effects.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::CallStmt&, Replay& replay) {
  if (auto why = structural_call(replay.statement().text(), replay)) replay.opaque(*why);
}

}  // namespace pgplumb::parse
