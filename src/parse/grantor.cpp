#include "parse/grantor.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "parse/replay.hpp"

namespace pgplumb::parse {
namespace {

std::string common(std::string letters, const std::string& kept) {
  std::erase_if(letters, [&](char c) { return kept.find(c) == std::string::npos; });
  return letters;
}

// What `role` may give of one object.
std::string options_of(const ObjectId& subject, const std::string& role, const Replay& replay) {
  const auto* fact = replay.catalog().get<Privilege>(privilege_on(subject, role));
  return fact != nullptr ? grantable(*fact) : "";
}

// A grant option on a table is one on its columns.
std::string all_options_of(const ObjectId& subject, const std::string& role, const Replay& replay) {
  std::string options = options_of(subject, role, replay);
  if (subject.kind == ObjectKind::attribute) {
    options += options_of(*parent_of(subject), role, replay);
  }
  return options;
}

// The role itself first, then those whose rights it has, nearest first.
std::vector<std::string> acting_roles(const std::string& role, const Replay& replay) {
  std::vector<std::string> roles = {role};
  if (!replay.options().role_facts) return roles;
  const RoleFacts facts = replay.options().role_facts(role);
  roles.insert(roles.end(), facts.inherits.begin(), facts.inherits.end());
  return roles;
}

bool acts_as_owner(const std::string& role, const std::string& owner, const Replay& replay) {
  if (role == owner) return true;
  return replay.options().role_facts && replay.options().role_facts(role).superuser;
}

// Follows grant options to the owner, past `without`.
bool holds_past(const ObjectId& subject, const std::string& role, char letter,
                std::set<std::string>& without, const Replay& replay) {
  if (!without.insert(role).second) return false;
  const auto* fact = replay.catalog().get<Privilege>(privilege_on(subject, role));
  if (fact == nullptr) return false;
  if (fact->grant_option.find(letter) != std::string::npos) return true;
  return std::ranges::any_of(fact->by_others, [&](const GrantByOther& grant) {
    return grant.grant_option.find(letter) != std::string::npos &&
           holds_past(subject, grant.grantor, letter, without, replay);
  });
}

}  // namespace

std::string grantable(const Privilege& held) {
  std::string letters = held.grant_option;
  for (const GrantByOther& grant : held.by_others) letters += grant.grant_option;
  std::ranges::sort(letters);
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
  return letters;
}

bool may_act_as(const std::string& owner, const Replay& replay) {
  const auto running = replay.current_user();
  if (!running || owner.empty() || !replay.options().role_facts) return true;
  return acts_as_owner(*running, owner, replay) ||
         std::ranges::count(acting_roles(*running, replay), owner) > 0;
}

// The first role that holds everything, else the one that holds most.
Grantor grantor_on(const ObjectId& subject, const std::string& letters, const Replay& replay) {
  Grantor owner{"", letters};
  const auto running = replay.current_user();
  if (!running) return owner;
  const std::string owner_name = owner_of(subject, replay);
  if (acts_as_owner(*running, owner_name, replay)) return owner;
  Grantor best;
  for (const std::string& role : acting_roles(*running, replay)) {
    if (role == owner_name) return owner;
    std::string held = common(letters, all_options_of(subject, role, replay));
    if (held.size() > best.letters.size()) best = {role, std::move(held)};
    if (best.letters.size() == letters.size()) break;
  }
  return best.letters.empty() ? owner : best;
}

bool may_grant_to(const ObjectId& subject, const std::string& grantor, const std::string& grantee,
                  const PrivilegeChange& change, const Replay& replay) {
  if (change.verb != PrivilegeChange::Verb::grant_with_option) return true;
  // On a column, what the table's list says does not count here.
  return std::ranges::all_of(change.letters, [&](char letter) {
    std::set<std::string> passed = {grantee};
    return holds_past(subject, grantor, letter, passed, replay);
  });
}

}  // namespace pgplumb::parse
