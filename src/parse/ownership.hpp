// Objects change hands: ALTER … OWNER TO, REASSIGN OWNED.
#pragma once

#include <string>

#include "schema/object_id.hpp"

struct RoleSpec;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// With the sequences of a table's columns. What the owner before held and gave is the new one's.
void change_owner(const ObjectId& id, const ::RoleSpec& role, Replay& replay);
// The same of one object alone.
void give_ownership(const ObjectId& id, const std::string& role, Replay& replay);

}  // namespace pgplumb::parse
