// ALTER FUNCTION, PROCEDURE, ROUTINE … options.
#include "parse/replay.hpp"
#include "parse/routine_definition.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

RoutineWord word_of(::ObjectType type) {
  if (type == OBJECT_PROCEDURE) return RoutineWord::procedure;
  return type == OBJECT_ROUTINE ? RoutineWord::routine : RoutineWord::function;
}

}  // namespace

void lower(const ::AlterFunctionStmt& statement, Replay& replay) {
  const auto id = find_routine(*statement.func, word_of(statement.objtype), replay);
  if (!id) {
    const auto names = sql::strings_of(statement.func->objname);
    return replay.unresolved("function", names.empty() ? "" : names.back());
  }
  auto& routine = *replay.model().get<Routine>(*id);
  apply_routine_options(statement.actions, routine, replay);
  drop_default_estimates(routine);
  replay.touch(*id);
}

}  // namespace pgplumb::parse
