#include "pg/pooler.hpp"

#include "pg/connection_error.hpp"
#include "pg/transaction.hpp"

namespace pgplumb::pg {
namespace {

std::int64_t backend_of(Session& session) {
  return session.query("SELECT pg_catalog.pg_backend_pid()").front().integer(0);
}

}  // namespace

// A pooler gives its clients cancel keys of its own, so the pid of the handshake is not that of the
// backend. Whether it pools sessions or transactions shows when a second client opens a
// transaction: it gets the backend that the first one, idle, has just used, or the first one moves.
bool pools_transactions(Session& session) {
  const std::int64_t backend = backend_of(session);
  if (backend == session.backend_pid()) return false;
  Session other(session.url());
  try {
    const Transaction transaction(other);
    return backend_of(other) == backend || backend_of(session) != backend;
  } catch (const ConnectionError& error) {
    // Where each statement may get another one, no transaction is allowed.
    constexpr const char* kProtocolViolation = "08P01";
    if (error.sqlstate() != kProtocolViolation) throw;
    return true;
  }
}

}  // namespace pgplumb::pg
