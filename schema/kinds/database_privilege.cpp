#include "schema/kinds/database_privilege.hpp"

namespace pgplumb {

ObjectId database_privilege_id(const std::string& grantee) {
  ObjectId id;
  id.kind = ObjectKind::database_privilege;
  id.grantee = grantee;
  return id;
}

std::string describe(const DatabasePrivilege& privilege) {
  return describe(Privilege{privilege.privileges, privilege.grant_option});
}

}  // namespace pgplumb
