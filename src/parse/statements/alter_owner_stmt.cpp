#include "parse/alter_table.hpp"
#include "parse/object_lookup.hpp"
#include "parse/ownership.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::AlterOwnerStmt& statement, Replay& replay) {
  const FoundObject found =
      find_object(statement.objectType, statement.object, statement.relation, nullptr, replay);
  if (!found.managed) return replay.unmanaged("");
  if (!found.id) return report_missing(found, false, replay);
  change_owner(*found.id, *statement.newowner, replay);
}

}  // namespace pgplumb::parse
