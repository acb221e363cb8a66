#include "parse/policy_roles.hpp"

#include <algorithm>

#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

std::vector<std::string> policy_roles(const ::List* roles, Replay& replay) {
  std::vector<std::string> names;
  for (const RoleSpec* role : sql::items<RoleSpec>(roles)) {
    const auto name = role_of(*role, replay);
    if (!name) {
      replay.unmanaged("policy for the current user");
      continue;
    }
    if (name->empty()) return {""};
    names.push_back(*name);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace pgplumb::parse
