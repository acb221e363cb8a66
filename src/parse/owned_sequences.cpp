#include "parse/alter_table.hpp"
#include "parse/roles.hpp"

namespace pgplumb::parse {
namespace {

void set_owner(const ObjectId& id, const std::string& role, Replay& replay) {
  replay.put(about(ObjectKind::owner, id), Owner{role});
}

}  // namespace

std::vector<ObjectId> owned_sequences(const Catalog& catalog, const ObjectId& relation,
                                      const Identifier& column) {
  std::vector<ObjectId> found;
  ObjectId first;
  first.kind = ObjectKind::sequence;
  const Catalog::Objects& objects = catalog.objects();
  for (auto it = objects.lower_bound(first); it != objects.end(); ++it) {
    if (it->first.kind != ObjectKind::sequence) break;
    const auto& sequence = std::get<Sequence>(it->second);
    if (sequence.owner_relation != relation.qualified_name()) continue;
    if (column.empty() || sequence.owner_attribute == column) found.push_back(it->first);
  }
  return found;
}

void change_owner(const ObjectId& id, const ::RoleSpec& role, Replay& replay) {
  const auto name = role_of(role, replay);
  if (!name) {
    const ObjectId owner = about(ObjectKind::owner, id);
    if (replay.catalog().contains(owner)) replay.drop(owner);
    return;
  }
  set_owner(id, *name, replay);
  if (id.kind != ObjectKind::relation) return;
  for (const ObjectId& sequence : owned_sequences(replay.catalog(), id, {})) {
    set_owner(sequence, *name, replay);
  }
}

}  // namespace pgplumb::parse
