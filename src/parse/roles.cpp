#include "parse/roles.hpp"

#include "parse/replay.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

std::optional<std::string> role_of(const ::RoleSpec& role, const Replay& replay) {
  switch (role.roletype) {
    case ROLESPEC_CSTRING: return sql::text_of(role.rolename);
    case ROLESPEC_PUBLIC: return std::string();
    case ROLESPEC_CURRENT_ROLE:
    case ROLESPEC_CURRENT_USER: return replay.role();
    case ROLESPEC_SESSION_USER: return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace pgplumb::parse
