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
  std::vector<ObjectId> found = catalog.sequences_of(relation.qualified_name());
  std::erase_if(found, [&](const ObjectId& id) {
    return !column.empty() && catalog.get<Sequence>(id)->owner_attribute != column;
  });
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
