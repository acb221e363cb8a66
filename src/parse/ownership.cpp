#include "parse/ownership.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "parse/alter_table.hpp"
#include "parse/grants.hpp"
#include "parse/replay.hpp"
#include "parse/roles.hpp"

namespace pgplumb::parse {
namespace {

using Held = std::map<std::string, Privilege>;  // by grantee

void merge(std::string& letters, const std::string& more) {
  letters += more;
  std::ranges::sort(letters);
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
}

void merge(std::vector<GrantByOther>& grants, const GrantByOther& more) {
  for (GrantByOther& grant : grants) {
    if (grant.grantor != more.grantor) continue;
    merge(grant.privileges, more.privileges);
    merge(grant.grant_option, more.grant_option);
    return;
  }
  grants.push_back(more);
  std::ranges::sort(grants);
}

// What `owner` gave is the owner's gift.
void merge(Privilege& privilege, const Privilege& more, const std::string& owner) {
  merge(privilege.privileges, more.privileges);
  merge(privilege.grant_option, more.grant_option);
  for (const GrantByOther& grant : more.by_others) {
    if (grant.grantor == owner) {
      merge(privilege.privileges, grant.privileges);
      merge(privilege.grant_option, grant.grant_option);
    } else {
      merge(privilege.by_others, grant);
    }
  }
}

// One list of privileges, of an object or a column, before and after; `facts` are not empty.
Held carried(const std::vector<ObjectId>& facts, const std::string& before,
             const std::string& after, const Replay& replay) {
  Held held;
  bool named = false;
  for (const ObjectId& id : facts) {
    const bool owner = !before.empty() && id.grantee == before;
    named = named || owner;
    merge(held[owner ? after : id.grantee.str()], *replay.catalog().get<Privilege>(id), after);
  }
  const ObjectKind kind = parent_of(facts.front())->kind;
  if (!named && !owner_default_privileges(kind).empty()) {
    merge(held[after].privileges, owner_default_privileges(kind));
  }
  return held;
}

// The lists of the object and of its columns that are not what they start with.
std::map<ObjectId, std::vector<ObjectId>> lists_of(const ObjectId& id, const Catalog& catalog) {
  std::map<ObjectId, std::vector<ObjectId>> lists;
  std::vector<ObjectId> facts = column_privileges(id, catalog);
  for (const ObjectId& fact : catalog.about(id)) {
    if (fact.kind == ObjectKind::privilege) facts.push_back(fact);
  }
  for (const ObjectId& fact : facts) lists[*parent_of(fact)].push_back(fact);
  return lists;
}

void put_carried(const ObjectId& subject, const std::vector<ObjectId>& facts, const Held& held,
                 Replay& replay) {
  for (const ObjectId& fact : facts) {
    if (!held.contains(fact.grantee)) replay.drop(fact);
  }
  for (const auto& [grantee, privilege] : held) {
    put_privileges(privilege_on(subject, grantee), privilege, replay);
  }
}

}  // namespace

void give_ownership(const ObjectId& id, const std::string& role, Replay& replay) {
  const std::string before = owner_of(id, replay);
  const auto lists = lists_of(id, replay.catalog());
  replay.put(about(ObjectKind::owner, id), Owner{role});
  if (before == role) return;
  for (const auto& [subject, facts] : lists) {
    put_carried(subject, facts, carried(facts, before, role, replay), replay);
  }
}

void change_owner(const ObjectId& id, const ::RoleSpec& role, Replay& replay) {
  const auto name = role_of(role, replay);
  if (!name) {
    const ObjectId owner = about(ObjectKind::owner, id);
    if (replay.catalog().contains(owner)) replay.drop(owner);
    return;
  }
  give_ownership(id, *name, replay);
  if (id.kind != ObjectKind::relation) return;
  for (const ObjectId& sequence : owned_sequences(replay.catalog(), id, {})) {
    give_ownership(sequence, *name, replay);
  }
}

}  // namespace pgplumb::parse
