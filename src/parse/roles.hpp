// Role specifications of the grammar.
#pragma once

#include <optional>
#include <string>

struct RoleSpec;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// The role's name, "" for PUBLIC. Nothing: whoever runs the text (CURRENT_USER without SET ROLE
// before it, SESSION_USER), where that is not known.
[[nodiscard]] std::optional<std::string> role_of(const ::RoleSpec& role, const Replay& replay);
// The same in the terms of the model, where whoever runs the text owns what names no owner: nothing
// for that role, even where it is known.
[[nodiscard]] std::optional<std::string> written_role_of(const ::RoleSpec& role,
                                                         const Replay& replay);

}  // namespace pgplumb::parse
