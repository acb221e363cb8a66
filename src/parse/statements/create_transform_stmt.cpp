// CREATE [OR REPLACE] TRANSFORM.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

QualifiedName function_of(const ::ObjectWithArgs* function, const Replay& replay) {
  return function == nullptr ? QualifiedName() : routine_name(function->objname, replay);
}

}  // namespace

void lower(const ::CreateTransformStmt& statement, Replay& replay) {
  const TypeRef type = replay.type(*statement.type_name);
  if (type.array) return replay.unmanaged("");
  ObjectId id = object_id(ObjectKind::transform, type.name);
  id.member = sql::text_of(statement.lang);
  if (!statement.replace && replay.catalog().contains(id)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "transform \"" + printable(shown(id)) + "\" exists already");
  }
  replay.put(
      id, Transform{function_of(statement.fromsql, replay), function_of(statement.tosql, replay)});
}

}  // namespace pgplumb::parse
