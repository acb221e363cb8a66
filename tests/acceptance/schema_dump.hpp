// pg_dump --schema-only, in an order that does not depend on how a database came to be.
#pragma once

#include <string>

#include "pg/connection_url.hpp"

namespace pgplumb::acceptance {

// The columns of a table are sorted, because no statement can move one; so are the objects, because
// pg_dump puts alike ones in order of creation. Throws Failure when pg_dump fails.
[[nodiscard]] std::string schema_dump(const std::string& pg_dump, const pg::ConnectionUrl& url);

// The lines that only one of the two has, as "- …" and "+ …".
[[nodiscard]] std::string line_difference(const std::string& is, const std::string& wanted);

}  // namespace pgplumb::acceptance
