// CREATE [OR REPLACE] FUNCTION, PROCEDURE.
#include "parse/replay.hpp"
#include "parse/routine_definition.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

bool same_result(const Routine& current, const Routine& desired) {
  return current.returns_set == desired.returns_set &&
         compare_value(current.result, desired.result) != Verdict::different;
}

// What CREATE OR REPLACE refuses to change.
bool may_replace(const ObjectId& id, const Routine& current, const Routine& desired,
                 Replay& replay) {
  if (current.routine_kind != desired.routine_kind) {
    replay.error(DiagnosticCode::wrong_object_kind,
                 "\"" + shown(id) + "\" is a " + std::string(name_of(current.routine_kind)) +
                     "; drop it first to make a " + std::string(name_of(desired.routine_kind)));
    return false;
  }
  if (!same_result(current, desired)) {
    replay.error(DiagnosticCode::duplicate_object,
                 "cannot change the result type of \"" + shown(id) + "\" from " +
                     format_type(current.result) + " to " + format_type(desired.result) +
                     "; drop it first");
    return false;
  }
  return true;
}

}  // namespace

void lower(const ::CreateFunctionStmt& statement, Replay& replay) {
  Routine routine = routine_of(statement, replay);
  const ObjectId id = routine_id(replay.creation_name(statement.funcname), routine.arguments);
  auto* existing = replay.model().get<Routine>(id);
  if (existing == nullptr) return replay.put(id, std::move(routine));
  if (!statement.replace) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "\"" + shown(id) + "\" exists already; write CREATE OR REPLACE");
  }
  if (!may_replace(id, *existing, routine, replay)) return;
  *existing = std::move(routine);
  replay.touch(id);
}

}  // namespace pgplumb::parse
