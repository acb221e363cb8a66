#include "parse/policy_roles.hpp"

#include <algorithm>
#include <utility>

#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

RoleNames policy_roles(const ::List* roles, const Replay& replay) {
  RoleNames names;
  for (const RoleSpec* role : sql::items<RoleSpec>(roles)) {
    std::string name = role_of(*role, replay).value_or(kRunningRole);
    if (name.empty()) return {""};
    names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace pgplumb::parse
