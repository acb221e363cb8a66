// Poolers that give a session another server connection for each transaction.
#pragma once

#include "pg/session.hpp"

namespace pgplumb::pg {

// Whether `session`, idle now, may run its next transaction in another backend than its last one.
// A server that is reached directly costs one query; behind a pooler a second connection is opened
// for the moment, which throws ConnectionError where it can't be had.
[[nodiscard]] bool pools_transactions(Session& session);

}  // namespace pgplumb::pg
