// The roles of CREATE POLICY and ALTER POLICY.
#pragma once

#include "schema/running_role.hpp"

struct List;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// PUBLIC makes all others moot.
[[nodiscard]] RoleNames policy_roles(const ::List* roles, const Replay& replay);

}  // namespace pgplumb::parse
