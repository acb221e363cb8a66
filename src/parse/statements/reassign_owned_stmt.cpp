// REASSIGN OWNED.
#include "parse/ownership.hpp"
#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

std::vector<ObjectId> owners_by(const std::string& role, const Catalog& catalog) {
  std::vector<ObjectId> found;
  for (const auto [id, owner] : catalog.all<Owner>()) {
    if (owner.role == role) found.push_back(id);
  }
  return found;
}

}  // namespace

void lower(const ::ReassignOwnedStmt& statement, Replay& replay) {
  const auto role = role_of(*statement.newrole, replay);
  for (const ::RoleSpec* written : sql::items<::RoleSpec>(statement.roles)) {
    const auto before = written_role_of(*written, replay);
    // What whoever runs the text owns is what names no owner.
    if (!before) return replay.unmanaged("");
    for (const ObjectId& id : owners_by(*before, replay.catalog())) {
      if (role) {
        give_ownership(*parent_of(id), *role, replay);
      } else {
        replay.drop(id);
      }
    }
  }
}

}  // namespace pgplumb::parse
