// A libpq connection as it is opened, before libpqxx gets it.
#pragma once

#include <libpq-fe.h>

#include <memory>

#include "pg/connection_url.hpp"
#include "pg/session.hpp"

namespace pgplumb::pg {

struct ConnectionCloser {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
using RawConnection = std::unique_ptr<PGconn, ConnectionCloser>;

// An open connection; throws ConnectionError. libpqxx would connect too, but would hide why the
// server refused: only libpq's verbose messages carry the SQLSTATE.
[[nodiscard]] RawConnection open_connection(const ConnectionUrl& url,
                                            const SessionOptions& options);

}  // namespace pgplumb::pg
