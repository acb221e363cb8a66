// CREATE OPERATOR FAMILY.
#include "parse/definitions.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::CreateOpFamilyStmt& statement, Replay& replay) {
  const ObjectId id =
      method_object_id(ObjectKind::operator_family, replay.creation_name(statement.opfamilyname),
                       Identifier(sql::text_of(statement.amname)));
  if (is_free(id, replay)) replay.put(id, OperatorFamily{});
}

}  // namespace pgplumb::parse
