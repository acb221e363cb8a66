#include "parse/ownership.hpp"

#include "parse/alter_table.hpp"
#include "parse/grants.hpp"
#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "schema/ownership.hpp"

namespace pgplumb::parse {
namespace {

void put_list(const ObjectId& subject, const PrivilegeList& before, const PrivilegeList& after,
              Replay& replay) {
  for (const auto& [grantee, privilege] : before) {
    if (!after.contains(grantee)) replay.drop(privilege_on(subject, grantee));
  }
  for (const auto& [grantee, privilege] : after) {
    put_privileges(privilege_on(subject, grantee), privilege, replay);
  }
}

}  // namespace

void give_ownership(const ObjectId& id, const std::string& role, Replay& replay) {
  const std::string before = owner_of(id, replay);
  const auto lists = privilege_lists(id, replay.catalog());
  replay.put(about(ObjectKind::owner, id), Owner{role});
  if (before == role) return;
  for (const auto& [subject, list] : lists) {
    put_list(subject, list, handed_over(list, subject.kind, before, role), replay);
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
