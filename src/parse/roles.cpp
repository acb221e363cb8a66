#include "parse/roles.hpp"

#include "parse/replay.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

std::optional<std::string> role_of(const ::RoleSpec& role, const Replay& replay) {
  switch (role.roletype) {
    case ROLESPEC_CSTRING: return sql::text_of(role.rolename);
    case ROLESPEC_PUBLIC: return std::string();
    case ROLESPEC_CURRENT_ROLE:
    case ROLESPEC_CURRENT_USER: return replay.current_user();
    case ROLESPEC_SESSION_USER: return replay.session_user();
  }
  return std::nullopt;
}

std::optional<std::string> written_role_of(const ::RoleSpec& role, const Replay& replay) {
  const bool current =
      role.roletype == ROLESPEC_CURRENT_ROLE || role.roletype == ROLESPEC_CURRENT_USER;
  if (current) return replay.role();
  if (role.roletype == ROLESPEC_SESSION_USER) return replay.written_session_user();
  return role_of(role, replay);
}

}  // namespace pgplumb::parse
