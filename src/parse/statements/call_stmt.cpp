// CALL: harmless unless the procedure has DDL in it.
#include "parse/replay.hpp"
#include "parse/routine_call.hpp"
#include "parse/routine_effects.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::CallStmt& statement, Replay& replay) {
  if (!structural_effect(replay.statement().text(), replay)) return;
  if (auto stuck = run_routine(*statement.funccall, replay)) {
    replay.opaque(std::move(stuck->why), std::move(stuck->reach));
  }
}

}  // namespace pgplumb::parse
