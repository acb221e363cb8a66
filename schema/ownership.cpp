#include "schema/ownership.hpp"

#include <algorithm>

namespace pgplumb {
namespace {

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

}  // namespace

PrivilegeList handed_over(const PrivilegeList& list, ObjectKind kind, const std::string& before,
                          const std::string& after, int server_version) {
  PrivilegeList held;
  bool named = false;
  for (const auto& [grantee, privilege] : list) {
    const bool owner = !before.empty() && grantee == before;
    named = named || owner;
    merge(held[owner ? after : grantee], privilege, after);
  }
  const std::string all = owner_default_privileges(kind, server_version);
  if (!named && !all.empty()) merge(held[after].privileges, all);
  return held;
}

std::vector<ObjectId> column_privileges(const ObjectId& relation, const Catalog& catalog) {
  if (relation.subject) return {};
  const ObjectId first = privilege_on(part_of(relation, ObjectKind::attribute, {}), "");
  std::vector<ObjectId> found;
  const auto& objects = catalog.objects();
  for (auto it = objects.lower_bound(first); it != objects.end(); ++it) {
    const ObjectId& id = it->first;
    if (id.kind != first.kind || id.subject != first.subject || id.space != first.space ||
        id.name != first.name) {
      break;
    }
    if (id.holder == first.holder) found.push_back(id);
  }
  return found;
}

std::map<ObjectId, PrivilegeList> privilege_lists(const ObjectId& id, const Catalog& catalog) {
  std::vector<ObjectId> facts = column_privileges(id, catalog);
  for (const ObjectId& fact : catalog.about(id)) {
    if (fact.kind == ObjectKind::privilege) facts.push_back(fact);
  }
  std::map<ObjectId, PrivilegeList> lists;
  for (const ObjectId& fact : facts) {
    lists[*parent_of(fact)].emplace(fact.grantee, *catalog.get<Privilege>(fact));
  }
  return lists;
}

}  // namespace pgplumb
