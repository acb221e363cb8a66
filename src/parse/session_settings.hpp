// Settings that change what later statements mean: search_path, role.
#pragma once

#include <string>

struct VariableSetStmt;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// SET, SET LOCAL, RESET in the session; what does not concern the structure is passed over.
void apply_session_setting(const ::VariableSetStmt& statement, Replay& replay);

// set_config(name, value, is_local).
void apply_set_config(const std::string& name, const std::string& value, bool local,
                      Replay& replay);

// set_config(name, …) of a setting that PostgreSQL does not know, to what the text does not tell.
void apply_unknown_config(const std::string& name, bool local, Replay& replay);

// DISCARD ALL.
void discard_session_settings(Replay& replay);

// ALTER DATABASE / ROLE … SET: for sessions that start later.
void apply_default_setting(const ::VariableSetStmt& statement, Replay& replay);

}  // namespace pgplumb::parse
