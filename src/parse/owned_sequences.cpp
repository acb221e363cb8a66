#include <utility>

#include "parse/alter_table.hpp"
#include "parse/roles.hpp"

namespace pgplumb::parse {
namespace {

// With the object its owner gives away what it may do, and the text does not say who that is.
void note_given_away(const ObjectId& id, Replay& replay) {
  Catalog& catalog = replay.model();
  for (const ObjectId& fact : catalog.about(id)) {
    const auto* privilege = std::as_const(catalog).get<Privilege>(fact);
    if (privilege != nullptr && !fact.grantee.empty()) catalog.given_away[fact] = *privilege;
  }
}

void set_owner(const ObjectId& id, const std::string& role, Replay& replay) {
  if (!replay.catalog().contains(about(ObjectKind::owner, id))) note_given_away(id, replay);
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
