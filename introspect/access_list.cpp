#include "introspect/access_list.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace pgplumb::introspect {
namespace {

// The role at the begin of an aclitem (in quotes where needed), and where the letters begin.
std::pair<std::string, std::size_t> grantee_of(const std::string& item) {
  if (!item.starts_with('"')) {
    const std::size_t equals = std::min(item.find('='), item.size());
    return {item.substr(0, equals), equals + 1};
  }
  std::string name;
  for (std::size_t at = 1; at < item.size(); ++at) {
    if (item[at] == '"' && item.substr(at + 1, 1) != "\"") return {name, at + 2};
    if (item[at] == '"') ++at;
    name += item[at];
  }
  return {name, item.size()};
}

struct Letters {
  std::set<char> held;
  std::set<char> grantable;
};

void add_letters(const std::string& item, std::size_t at, Letters& letters) {
  for (; at < item.size() && item[at] != '/'; ++at) {
    if (item[at] == '*') continue;
    letters.held.insert(item[at]);
    if (item.substr(at + 1, 1) == "*") letters.grantable.insert(item[at]);
  }
}

}  // namespace

InitialAccess initial_access(const ObjectId& subject, const std::string& owner,
                             int server_version) {
  InitialAccess initial;
  initial[owner] = owner_default_privileges(subject.kind, server_version);
  initial[""] = initial_of_everybody(subject, server_version);
  return initial;
}

std::map<std::string, Privilege> access_facts(const std::vector<std::string>& items,
                                              const InitialAccess& initial) {
  std::map<std::string, Letters> found;
  for (const auto& [grantee, letters] : initial) {
    if (!letters.empty()) found[grantee];  // nothing left of it is a fact
  }
  for (const std::string& item : items) {
    const auto [grantee, at] = grantee_of(item);
    add_letters(item, at, found[grantee]);
  }
  std::map<std::string, Privilege> facts;
  for (const auto& [grantee, letters] : found) {
    Privilege privilege;
    privilege.privileges.assign(letters.held.begin(), letters.held.end());
    privilege.grant_option.assign(letters.grantable.begin(), letters.grantable.end());
    const auto start = initial.find(grantee);
    const bool unchanged = start != initial.end() && start->second == privilege.privileges &&
                           privilege.grant_option.empty();
    if (!unchanged) facts.emplace(grantee, std::move(privilege));
  }
  return facts;
}

}  // namespace pgplumb::introspect
