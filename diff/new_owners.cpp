#include "diff/new_owners.hpp"

#include <map>
#include <utility>

#include "schema/kinds/namespace.hpp"
#include "schema/ownership.hpp"
#include "schema/running_role.hpp"

namespace pgplumb::diff {
namespace {

const Owner* stated_owner(const ObjectId& whole, const Catalog& catalog) {
  return catalog.get<Owner>(about(ObjectKind::owner, whole));
}

std::string unstated_owner(const ObjectId& whole, const Catalog& catalog) {
  return is_public_namespace(whole) ? catalog.public_owner : catalog.default_owner.value_or("");
}

std::string owner_before(const ObjectId& whole, const Catalog& current) {
  const Owner* owner = stated_owner(whole, current);
  return owner != nullptr ? owner->role : unstated_owner(whole, current);
}

std::string owner_after(const ObjectId& whole, const Catalog& current, const Catalog& desired) {
  if (const Owner* owner = stated_owner(whole, desired)) return owner->role;
  const std::string role = unstated_owner(whole, desired);
  if (stated_owner(whole, current) != nullptr) return role.empty() ? kRunningRole : role;
  // Nothing changes: whom one side knows, the other means as well.
  const std::string before = unstated_owner(whole, current);
  return before.empty() ? role : before;
}

bool is_initial(const ObjectId& id, const Privilege& held, const Catalog& catalog,
                const std::string& owner) {
  return compare_any(held, initial_privilege(id, catalog, owner)) == Verdict::equal;
}

// Whoever runs the plan made most of what is there, as far as that can be told.
PrivilegeList of_running_role(PrivilegeList list, const std::string& role) {
  if (auto entry = list.extract(role); !entry.empty()) {
    entry.key() = kRunningRole;
    list.insert(std::move(entry));
  }
  for (auto& [grantee, held] : list) {
    for (GrantByOther& grant : held.by_others) {
      if (grant.grantor == role) grant.grantor = kRunningRole;
    }
  }
  return list;
}

void replace_list(const ObjectId& subject, const PrivilegeList& before, const PrivilegeList& after,
                  const std::string& owner, Catalog& starting) {
  for (const auto& [grantee, held] : before) starting.erase(privilege_on(subject, grantee));
  for (const auto& [grantee, held] : after) {
    const ObjectId id = privilege_on(subject, grantee);
    if (!is_initial(id, held, starting, owner)) starting.put(id, held);
  }
}

}  // namespace

ObjectId owned_whole(const ObjectId& subject) {
  return subject.kind == ObjectKind::attribute ? *parent_of(subject) : subject;
}

std::string owner_then(const ObjectId& subject, const Scope& scope) {
  return owner_after(owned_whole(subject), scope.current, scope.desired);
}

Privilege initial_privilege(const ObjectId& id, const Catalog& catalog, const std::string& owner) {
  const ObjectId subject = *parent_of(id);
  if (id.grantee.empty()) return {initial_of_everybody(subject, catalog.version()), ""};
  if (owner != id.grantee) return {};
  return {owner_default_privileges(subject.kind, catalog.server_version), ""};
}

bool hand_over(Catalog& starting, const Catalog& desired, const Comparison& comparison) {
  bool any = false;
  for (const Change& change : comparison.changes) {
    if (change.id.kind != ObjectKind::owner || change.existence_unknown || change.in_doubt)
      continue;
    const ObjectId whole = *parent_of(change.id);
    if (!starting.contains(whole) || !desired.contains(whole)) continue;
    const std::string before = owner_before(whole, starting);
    const std::string after = owner_after(whole, starting, desired);
    if (before == after) continue;
    for (const auto& [subject, list] : privilege_lists(whole, starting)) {
      const bool to_runner = after == kRunningRole && starting.default_owner;
      const PrivilegeList then =
          handed_over(to_runner ? of_running_role(list, *starting.default_owner) : list,
                      subject.kind, before, after, starting.server_version);
      replace_list(subject, list, then, after, starting);
      any = true;
    }
  }
  return any;
}

}  // namespace pgplumb::diff
