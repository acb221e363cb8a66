// What the server says against a statement of a file, for people.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "migrations/migration.hpp"
#include "pg/server_error.hpp"

namespace pgplumb::migrations {

// migration_failed: "WHAT failed: the server's message (SQLSTATE …)", at the place in the file,
// with the server's detail, hint and context as notes. `statement` is null when the server refused
// something of pgplumb's own.
[[nodiscard]] Diagnostic statement_failure(const std::string& what, const Script& script,
                                           const ScriptStatement* statement,
                                           const pg::ServerError& error);

}  // namespace pgplumb::migrations
