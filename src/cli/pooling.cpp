#include "cli/pooling.hpp"

#include "base/failure.hpp"
#include "pg/pooler.hpp"

namespace pgplumb::cli {

void refuse_transaction_pooling(pg::Session& session) {
  if (!pg::pools_transactions(session)) return;
  throw Refused(
      "this connection goes through a pooler that hands out server connections per transaction "
      "(PgBouncer with pool_mode = transaction or statement): the lock that keeps a second run of "
      "pgplumb out, and SET, do not hold there; connect to the server itself or to a pool with "
      "pool_mode = session; nothing was run");
}

}  // namespace pgplumb::cli
