// DROP OWNED.
#include <algorithm>

#include "parse/grants.hpp"
#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// What goes as a whole: objects of the role, what was granted to it, its default privileges and
// its user mappings.
bool goes_with(const std::string& role, const ObjectId& id) {
  switch (id.kind) {
    case ObjectKind::privilege:
    case ObjectKind::database_privilege: return id.grantee == role;
    case ObjectKind::default_privilege: return id.grantee == role || id.name == role;
    case ObjectKind::user_mapping: return id.member == role;
    default: return false;
  }
}

struct Owned {
  std::vector<ObjectId> objects;  // dropped with what depends on them, where CASCADE says so
  std::vector<ObjectId> facts;
  std::vector<ObjectId> policies;
};

Owned owned_by(const std::string& role, const Catalog& catalog) {
  Owned owned;
  for (const auto& [id, object] : catalog.objects()) {
    const auto* owner = std::get_if<Owner>(&object);
    const auto* policy = std::get_if<Policy>(&object);
    if (owner != nullptr && owner->role == role) owned.objects.push_back(*parent_of(id));
    if (goes_with(role, id)) owned.facts.push_back(id);
    if (policy == nullptr) continue;
    if (std::ranges::find(policy->roles, role) != policy->roles.end()) {
      owned.policies.push_back(id);
    }
  }
  return owned;
}

// A policy for nobody else goes.
void leave_policy(const ObjectId& id, const std::string& role, Replay& replay) {
  auto* policy = replay.model().get<Policy>(id);
  if (policy == nullptr) return;
  if (policy->roles.size() == 1) return replay.drop(id);
  std::erase(policy->roles, role);
  replay.touch(id);
}

void drop_all(const Owned& owned, const std::string& role, bool cascade, Replay& replay) {
  for (const ObjectId& id : owned.facts) {
    if (!replay.catalog().contains(id)) continue;
    if (id.kind != ObjectKind::privilege) {
      replay.drop(id);
      continue;
    }
    // What another role than the owner gave stays.
    const ObjectId subject = *parent_of(id);
    change_privileges(subject, role, {PrivilegeChange::Verb::revoke, all_privileges(subject.kind)},
                      true, replay);
  }
  for (const ObjectId& id : owned.policies) leave_policy(id, role, replay);
  for (const ObjectId& id : owned.objects) {
    if (replay.catalog().contains(id)) replay.drop(id, cascade);
  }
}

}  // namespace

void lower(const ::DropOwnedStmt& statement, Replay& replay) {
  for (const ::RoleSpec* written : sql::items<::RoleSpec>(statement.roles)) {
    const auto role = written_role_of(*written, replay);
    // What whoever runs the text owns is what names no owner.
    if (!role) return replay.unmanaged("");
    drop_all(owned_by(*role, replay.catalog()), *role, statement.behavior == DROP_CASCADE, replay);
  }
}

}  // namespace pgplumb::parse
