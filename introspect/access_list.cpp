#include "introspect/access_list.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "schema/fields.hpp"

namespace pgplumb::introspect {
namespace {

std::string sorted(std::string letters) {
  std::sort(letters.begin(), letters.end());
  return letters;
}

// One of an aclitem: a role (in quotes where needed), and where the text goes on behind it.
std::pair<std::string, std::size_t> role_at(const std::string& item, std::size_t begin, char end) {
  if (item.substr(begin, 1) != "\"") {
    const std::size_t at = std::min(item.find(end, begin), item.size());
    return {item.substr(begin, at - begin), at + 1};
  }
  std::string name;
  for (std::size_t at = begin + 1; at < item.size(); ++at) {
    if (item[at] == '"' && item.substr(at + 1, 1) != "\"") return {name, at + 2};
    if (item[at] == '"') ++at;
    name += item[at];
  }
  return {name, item.size()};
}

// "alice=arw*/bob"; no grantor stands for nobody special.
struct Item {
  std::string grantee;
  std::string grantor;
  std::string privileges;
  std::string grant_option;
};

Item item_of(const std::string& text) {
  Item item;
  std::size_t at = 0;
  std::tie(item.grantee, at) = role_at(text, 0, '=');
  for (; at < text.size() && text[at] != '/'; ++at) {
    if (text[at] == '*') continue;
    item.privileges += text[at];
    if (text.substr(at + 1, 1) == "*") item.grant_option += text[at];
  }
  if (at < text.size()) item.grantor = role_at(text, at + 1, '\0').first;
  item.privileges = sorted(std::move(item.privileges));
  item.grant_option = sorted(std::move(item.grant_option));
  return item;
}

void add(Privilege& fact, Item item, const std::string& owner) {
  if (item.grantor == owner) {
    fact.privileges = std::move(item.privileges);
    fact.grant_option = std::move(item.grant_option);
  } else {
    fact.by_others.push_back(
        {std::move(item.grantor), std::move(item.privileges), std::move(item.grant_option)});
  }
}

}  // namespace

InitialAccess initial_access(const ObjectId& subject, const std::string& owner,
                             int server_version) {
  InitialAccess initial;
  initial[owner].privileges = owner_default_privileges(subject.kind, server_version);
  initial[""].privileges = initial_of_everybody(subject, server_version);
  return initial;
}

std::map<std::string, Privilege> privileges_by_role(const std::vector<std::string>& items,
                                                    const std::string& owner) {
  std::map<std::string, Privilege> held;
  for (const std::string& text : items) {
    Item item = item_of(text);
    Privilege& privilege = held[item.grantee];
    add(privilege, std::move(item), owner);
  }
  for (auto& [grantee, privilege] : held) std::ranges::sort(privilege.by_others);
  return held;
}

std::map<std::string, Privilege> access_facts(const std::vector<std::string>& items,
                                              const InitialAccess& initial,
                                              const std::string& owner) {
  std::map<std::string, Privilege> facts = privileges_by_role(items, owner);
  for (const auto& [grantee, start] : initial) {
    const bool nothing = start.privileges.empty();
    if (!nothing) facts[grantee];  // nothing left of it is a fact
    const auto held = facts.find(grantee);
    if (held != facts.end() && compare_any(held->second, start) == Verdict::equal) {
      facts.erase(held);
    }
  }
  return facts;
}

}  // namespace pgplumb::introspect
