// Settings that sessions in the database start with.
#pragma once

#include <string>

struct VariableSetStmt;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// SET or RESET of ALTER DATABASE and ALTER ROLE … IN DATABASE, for the sessions of `role` ("":
// everybody's), of a database that the text calls `database`.
void change_database_setting(const std::string& database, const std::string& role,
                             const ::VariableSetStmt& change, Replay& replay);

}  // namespace pgplumb::parse
