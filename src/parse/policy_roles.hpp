// The roles of CREATE POLICY and ALTER POLICY.
#pragma once

#include <string>
#include <vector>

struct List;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// Sorted; {""} for PUBLIC, which makes all others moot. A role that the text does not name
// (CURRENT_USER) is reported as unmanaged and left out.
[[nodiscard]] std::vector<std::string> policy_roles(const ::List* roles, Replay& replay);

}  // namespace pgplumb::parse
