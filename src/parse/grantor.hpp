// Who gives a privilege: the owner, or a role that holds it WITH GRANT OPTION.
#pragma once

#include <string>

#include "parse/grants.hpp"
#include "schema/kinds/privilege.hpp"
#include "schema/object_id.hpp"

namespace pgplumb::parse {

class Replay;

struct Grantor {
  std::string role;     // "": the owner
  std::string letters;  // which of those that the statement names this role may give
};
// As whom the server carries out a GRANT or REVOKE of `letters` that the role in force runs. A
// superuser, and a member of the owner, acts as the owner; where nothing is known of the role, only
// one that holds a grant option is taken not to be one.
[[nodiscard]] Grantor grantor_on(const ObjectId& subject, const std::string& letters,
                                 const Replay& replay);

// Whether the role in force may act as `owner`, as far as is known of both: it is that role, a
// superuser or a member of it.
[[nodiscard]] bool may_act_as(const std::string& owner, const Replay& replay);

// All that is held WITH GRANT OPTION, whoever gave it.
[[nodiscard]] std::string grantable(const Privilege& held);

// Whether `grantor` would still hold the grant options of `change` if `grantee` held none: no role
// may get them from itself.
[[nodiscard]] bool may_grant_to(const ObjectId& subject, const std::string& grantor,
                                const std::string& grantee, const PrivilegeChange& change,
                                const Replay& replay);

}  // namespace pgplumb::parse
