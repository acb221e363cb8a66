// Sees every result that libpq makes on a connection, also those that libpqxx turns into an
// exception and throws away: they hold the fields of the server's error.
#pragma once

#include <libpq-fe.h>

#include <optional>

#include "pg/server_error.hpp"

namespace pgplumb::pg {

// The fields of an error or a notice.
[[nodiscard]] ServerReport report_of(const PGresult* result);

// A libpq event procedure. Must stay where it is and live longer than the connection.
class ResultRecorder {
 public:
  // Throws Failure when libpq refuses (out of memory).
  void attach(PGconn* connection);
  // Before each statement.
  void reset() { *this = ResultRecorder(); }

  // The result made last; valid while whoever ran the statement keeps it.
  [[nodiscard]] const PGresult* last() const { return last_; }
  // The first error since reset(): later ones only follow from it.
  [[nodiscard]] const std::optional<ServerReport>& error() const { return error_; }
  [[nodiscard]] bool copy_started() const { return copy_started_; }

  void record(const PGresult* result);

 private:
  const PGresult* last_ = nullptr;
  std::optional<ServerReport> error_;
  bool copy_started_ = false;
};

}  // namespace pgplumb::pg
