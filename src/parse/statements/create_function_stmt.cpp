// CREATE [OR REPLACE] FUNCTION, PROCEDURE.
#include "parse/extension_dependencies.hpp"
#include "parse/extension_members.hpp"
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

// C functions may name a type that is still to come: the server announces it.
void announce_result(const ::CreateFunctionStmt& statement, Replay& replay) {
  if (statement.returnType == nullptr) return;
  const Routine routine = routine_of(statement, replay);
  const std::string& language = routine.language.text();
  const auto* names = statement.returnType->names;
  if ((language != "c" && language != "internal") || routine.result.resolved()) return;
  if (may_be_outside(sql::strings_of(names), ExtensionMember::Kind::type, replay.catalog(),
                     replay.search_path())) {
    return;
  }
  replay.put(object_id(ObjectKind::shell_type, replay.creation_name(names)), ShellType{});
}

}  // namespace

void lower(const ::CreateFunctionStmt& statement, Replay& replay) {
  announce_result(statement, replay);
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
  forget_extension_dependencies(id, replay);
}

}  // namespace pgplumb::parse
