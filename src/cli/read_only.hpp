// Databases that somebody wants no changes in.
#pragma once

#include "pg/session.hpp"

namespace pgplumb::cli {

// A Refused where transactions are read-only by default, or the server is a standby: a transaction
// that says READ WRITE would go over the former silently.
void refuse_read_only(pg::Session& session);

}  // namespace pgplumb::cli
