// ALTER DEFAULT PRIVILEGES: facts about objects that come later.
#include "parse/grants.hpp"
#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "parse/statements.hpp"
#include "schema/running_role.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

std::optional<DefaultTarget> target_of(::ObjectType type) {
  switch (type) {
    case OBJECT_TABLE: return DefaultTarget::tables;
    case OBJECT_SEQUENCE: return DefaultTarget::sequences;
    case OBJECT_FUNCTION: return DefaultTarget::functions;
    case OBJECT_TYPE: return DefaultTarget::types;
    case OBJECT_SCHEMA: return DefaultTarget::schemas;
    default: return std::nullopt;
  }
}

const ::List* option(const ::AlterDefaultPrivilegesStmt& statement, std::string_view name) {
  for (const ::DefElem* element : sql::items<::DefElem>(statement.options)) {
    if (sql::text_of(element->defname) == name) return PGPLUMB_NODE_AS(element->arg, List);
  }
  return nullptr;
}

// "" is whoever runs the text.
std::vector<std::string> roles_of(const ::AlterDefaultPrivilegesStmt& statement,
                                  const Replay& replay) {
  const ::List* written = option(statement, "roles");
  if (written == nullptr) return {replay.role().value_or("")};
  std::vector<std::string> roles;
  for (const ::RoleSpec* role : sql::items<::RoleSpec>(written)) {
    roles.push_back(written_role_of(*role, replay).value_or(""));
  }
  return roles;
}

// "" is all namespaces.
std::vector<std::string> spaces_of(const ::AlterDefaultPrivilegesStmt& statement, Replay& replay) {
  const ::List* written = option(statement, "schemas");
  if (written == nullptr) return {""};
  std::vector<std::string> spaces;
  for (std::string& name : sql::strings_of(written)) {
    const bool known = name == "pg_catalog" || name == "information_schema" ||
                       replay.model().contains(object_id(ObjectKind::namespace_, Identifier(name)));
    if (known) {
      spaces.push_back(std::move(name));
    } else {
      replay.unresolved("schema", name);
    }
  }
  return spaces;
}

// A grant to whoever runs the text gives an owner what it has; a REVOKE takes what nobody named.
std::vector<std::string> named_grantees(const ::GrantStmt& action, Replay& replay) {
  std::vector<std::string> grantees = grantees_of(action, replay);
  const bool open = std::erase(grantees, kRunningRole) > 0;
  if (open && !action.is_grant) replay.unmanaged("REVOKE from the current user");
  return grantees;
}

void change(const ObjectId& id, const PrivilegeChange& change, Replay& replay) {
  const auto* fact = replay.catalog().get<DefaultPrivilege>(id);
  const std::string initial = initial_default_privileges(id);
  const Privilege before =
      fact != nullptr ? Privilege{fact->privileges, fact->grant_option} : Privilege{initial, ""};
  const Privilege after = changed(before, change);
  if (after.privileges == initial && after.grant_option.empty()) {
    if (fact != nullptr) replay.drop(id);
  } else if (after.privileges != before.privileges || after.grant_option != before.grant_option) {
    replay.put(id, DefaultPrivilege{after.privileges, after.grant_option});
  }
}

}  // namespace

void lower(const ::AlterDefaultPrivilegesStmt& statement, Replay& replay) {
  const ::GrantStmt& action = *statement.action;
  const auto target = target_of(action.objtype);
  if (!target) return replay.unmanaged("");
  const auto written = written_privileges(action.privileges);
  const auto spaces = spaces_of(statement, replay);
  for (const std::string& role : roles_of(statement, replay)) {
    for (const std::string& space : spaces) {
      for (const std::string& grantee : named_grantees(action, replay)) {
        const ObjectId id = default_privilege_id(role, space, *target, grantee);
        for (const WrittenPrivileges& one : written) {
          change(id, {verb_of(action), applicable(one, kind_of_target(*target))}, replay);
        }
      }
    }
  }
}

}  // namespace pgplumb::parse
