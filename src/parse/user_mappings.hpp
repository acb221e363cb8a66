// The user mapping that a statement is about.
#pragma once

#include <optional>

#include "schema/object_id.hpp"

struct RoleSpec;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// Nothing when there is no such server: reported.
[[nodiscard]] std::optional<ObjectId> user_mapping_id(const ::RoleSpec& user, const char* server,
                                                      bool missing_ok, Replay& replay);

}  // namespace pgplumb::parse
