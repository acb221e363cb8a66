// CREATE TYPE … AS ENUM.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::CreateEnumStmt& statement, Replay& replay) {
  const QualifiedName name = replay.creation_name(statement.typeName);
  if (replay.model().find_type(name)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "type \"" + shown(name) + "\" exists already");
  }
  replay.put(object_id(ObjectKind::enum_type, name), EnumType{sql::strings_of(statement.vals)});
}

}  // namespace pgplumb::parse
