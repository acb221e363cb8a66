// Role specifications of the grammar.
#pragma once

#include <optional>
#include <string>

struct RoleSpec;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// The role's name, "" for PUBLIC. Nothing: whoever runs the text, whom it does not name
// (CURRENT_USER without SET ROLE before it, SESSION_USER).
[[nodiscard]] std::optional<std::string> role_of(const ::RoleSpec& role, const Replay& replay);

}  // namespace pgplumb::parse
