// CREATE USER MAPPING.
#include "parse/foreign_options.hpp"
#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "parse/statements.hpp"
#include "parse/user_mappings.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

std::optional<ObjectId> user_mapping_id(const ::RoleSpec& user, const char* server, bool missing_ok,
                                        Replay& replay) {
  const ObjectId holder = object_id(ObjectKind::foreign_server, Identifier(sql::text_of(server)));
  if (!replay.catalog().contains(holder)) {
    if (!missing_ok) replay.unresolved("server", holder.name);
    return std::nullopt;
  }
  const bool everybody = user.roletype == ROLESPEC_PUBLIC;
  const std::string role = everybody ? "public" : role_of(user, replay).value_or("");
  return part_of(holder, ObjectKind::user_mapping, Identifier(role));
}

void lower(const ::CreateUserMappingStmt& statement, Replay& replay) {
  const auto id = user_mapping_id(*statement.user, statement.servername, false, replay);
  if (!id) return;
  if (replay.catalog().contains(*id)) {
    if (statement.if_not_exists) return;
    return replay.error(DiagnosticCode::duplicate_object,
                        "user mapping \"" + shown(*id) + "\" exists already");
  }
  replay.put(*id, UserMapping{{foreign_options_of(statement.options)}});
}

}  // namespace pgplumb::parse
