// CREATE ACCESS METHOD.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::CreateAmStmt& statement, Replay& replay) {
  const ObjectId id = object_id(ObjectKind::access_method, Identifier(statement.amname));
  if (replay.catalog().contains(id)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "access method \"" + printable(id.name) + "\" exists already");
  }
  AccessMethod method;
  method.type = statement.amtype == 'i' ? AccessMethodType::index : AccessMethodType::table;
  method.handler = routine_name(statement.handler_name, replay);
  replay.put(id, std::move(method));
}

}  // namespace pgplumb::parse
