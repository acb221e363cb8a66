// Connection poolers between pgplumb and the server.
#pragma once

#include "pg/session.hpp"

namespace pgplumb::cli {

// Refuses where the sessions of a pooler change their server connection between transactions:
// session locks and settings do not hold there.
void refuse_transaction_pooling(pg::Session& session);

}  // namespace pgplumb::cli
