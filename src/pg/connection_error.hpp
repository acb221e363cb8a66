// No connection, or no longer one: why, and what to do about it.
#pragma once

#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace pgplumb::pg {

enum class ConnectionProblem {
  unreachable,     // nothing listens there, no route, socket file missing
  unknown_host,    // the name does not resolve
  timeout,         // no answer within the connect timeout
  wrong_password,  // or none given where one is asked for
  database_missing,
  role_missing,
  not_permitted,  // pg_hba.conf (TLS wanted, too), peer authentication, no CONNECT or LOGIN
  tls_refused,    // the server has no TLS, or its certificate is not trusted
  too_many_connections,
  not_ready,  // starting up, shutting down, in recovery
  lost,       // an open connection ended; what ran last may or may not have happened
  other,
};

[[nodiscard]] std::string_view name_of(ConnectionProblem problem);

// what(): the masked address, the reason in the server's words, and a next step on a second line.
class ConnectionError : public Failure {
 public:
  // `sqlstate`: "" when the server never answered. The texts must be without secrets already.
  ConnectionError(ConnectionProblem problem, const std::string& message, std::string sqlstate = {})
      : Failure(message), problem_(problem), sqlstate_(std::move(sqlstate)) {}

  [[nodiscard]] ConnectionProblem problem() const { return problem_; }
  [[nodiscard]] const std::string& sqlstate() const { return sqlstate_; }

 private:
  ConnectionProblem problem_;
  std::string sqlstate_;
};

}  // namespace pgplumb::pg
