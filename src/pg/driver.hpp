// libpqxx, which runs the statements, on a connection that raw_connection.hpp opened. The only
// file pair that knows libpqxx and the difference between its versions 6 and 7.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <string>

#include "pg/session.hpp"

namespace pgplumb::pg {

// Borrows the connection, which must outlive it.
class Driver {
 public:
  explicit Driver(PGconn* connection);
  ~Driver();

  // Keeps the result of the last statement alive; null when a statement failed, whose error a
  // ResultRecorder on the same connection has.
  using ResultOwner = std::shared_ptr<const void>;
  ResultOwner execute(const std::string& sql);
  ResultOwner execute(const std::string& sql, const Parameters& parameters);

 private:
  class Connection;
  std::unique_ptr<Connection> connection_;
};

}  // namespace pgplumb::pg
