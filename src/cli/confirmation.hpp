// Asking before a protected database is touched.
#pragma once

#include <string>

#include "cli/context.hpp"
#include "pg/session.hpp"

namespace pgplumb::cli {

// Returns when the database is not protected, when `yes`, or when the person at the terminal types
// its name; otherwise throws Refused, which says which database it is. `what`: "revert 3
// migrations".
void confirm(Context& context, const pg::Session& session, const std::string& what, bool yes);

}  // namespace pgplumb::cli
