// DROP USER MAPPING.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/user_mappings.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::DropUserMappingStmt& statement, Replay& replay) {
  const bool missing_ok = statement.missing_ok;
  const auto id = user_mapping_id(*statement.user, statement.servername, missing_ok, replay);
  if (!id) return;
  if (replay.catalog().contains(*id)) return replay.drop(*id);
  if (!missing_ok) replay.unresolved("user mapping", shown(*id));
}

}  // namespace pgplumb::parse
