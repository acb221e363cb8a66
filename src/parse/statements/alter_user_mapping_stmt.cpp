// ALTER USER MAPPING.
#include "parse/foreign_options.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/user_mappings.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::AlterUserMappingStmt& statement, Replay& replay) {
  const auto id = user_mapping_id(*statement.user, statement.servername, false, replay);
  if (!id) return;
  auto* mapping = replay.model().get<UserMapping>(*id);
  if (mapping == nullptr) return replay.unresolved("user mapping", shown(*id));
  change_foreign_options(mapping->options.known, statement.options, shown(*id), replay);
  replay.touch(*id);
}

}  // namespace pgplumb::parse
