#include "schema/catalog_pair.hpp"

#include <algorithm>

namespace pgplumb {
namespace {

// The role that owns `subject`, as far as `catalog` says.
std::string owner_of(const Catalog& catalog, const ObjectId& subject) {
  const auto* owner = catalog.get<Owner>(about(ObjectKind::owner, subject));
  if (owner != nullptr) return owner->role;
  return catalog.default_owner.value_or("");
}

void drop_unstated_owners(Catalog& side, const Catalog& other) {
  std::vector<ObjectId> dropped;
  for (const auto& [id, object] : side.objects()) {
    const auto* owner = std::get_if<Owner>(&object);
    if (owner == nullptr || other.contains(id) || owner->role != side.default_owner) continue;
    dropped.push_back(id);
  }
  for (const ObjectId& id : dropped) side.erase(id);
}

// A grant to the owner that only repeats what an owner has leaves no trace on a server. What a
// server shows of its owner's privileges is something else: what a REVOKE has left of them.
void drop_grants_to_owner(Catalog& side, const Catalog& other) {
  if (side.server_version != 0) return;
  std::vector<ObjectId> dropped;
  for (const auto& [id, object] : side.objects()) {
    const auto* privilege = std::get_if<Privilege>(&object);
    if (privilege == nullptr || id.grantee.empty() || other.contains(id)) continue;
    const ObjectId subject = *parent_of(id);
    const std::string stated = owner_of(side, subject);
    const std::string owner = stated.empty() ? owner_of(other, subject) : stated;
    const bool complete =
        std::ranges::includes(owner_default_privileges(subject.kind), privilege->privileges);
    if (owner == id.grantee && complete) dropped.push_back(id);
  }
  for (const ObjectId& id : dropped) side.erase(id);
}

void fill_extensions(Catalog& side, const Catalog& other) {
  for (const auto& [id, object] : other.objects()) {
    const auto* stated = std::get_if<Extension>(&object);
    auto* extension = side.get<Extension>(id);
    if (stated == nullptr || extension == nullptr) continue;
    if (extension->space.empty()) extension->space = stated->space;
    if (extension->version.empty()) extension->version = stated->version;
  }
}

}  // namespace

void drop_default_owners(Catalog& built) {
  std::vector<ObjectId> dropped;
  for (const auto& [id, object] : built.objects()) {
    const auto* owner = std::get_if<Owner>(&object);
    if (owner != nullptr && owner->role == built.default_owner) dropped.push_back(id);
  }
  for (const ObjectId& id : dropped) built.erase(id);
  built.default_owner.reset();
}

void reconcile(Catalog& current, Catalog& desired) {
  drop_unstated_owners(current, desired);
  drop_unstated_owners(desired, current);
  drop_grants_to_owner(current, desired);
  drop_grants_to_owner(desired, current);
  fill_extensions(current, desired);
  fill_extensions(desired, current);
}

}  // namespace pgplumb
