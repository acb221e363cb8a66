// DROP SUBSCRIPTION.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::DropSubscriptionStmt& statement, Replay& replay) {
  const ObjectId id = object_id(ObjectKind::subscription, Identifier(statement.subname));
  if (replay.catalog().contains(id)) return replay.drop(id);
  if (!statement.missing_ok) replay.unresolved("subscription", id.name);
}

}  // namespace pgplumb::parse
