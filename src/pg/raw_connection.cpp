#include "pg/raw_connection.hpp"

#include <poll.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <vector>

#include "pg/connection_problem.hpp"

namespace pgplumb::pg {
namespace {

using Clock = std::chrono::steady_clock;

// The URL's parameters with what the options add, in the form that libpq wants.
class ConnectParameters {
 public:
  ConnectParameters(const ConnectionUrl& url, const SessionOptions& options)
      : parameters_(url.parameters()) {
    parameters_.try_emplace("application_name", options.application_name);
    parameters_.insert_or_assign("client_encoding", "UTF8");
    parameters_.try_emplace("connect_timeout", std::to_string(options.connect_timeout.count()));
    for (const auto& [keyword, value] : parameters_) {
      keywords_.push_back(keyword.c_str());
      values_.push_back(value.c_str());
    }
    keywords_.push_back(nullptr);
    values_.push_back(nullptr);
  }

  [[nodiscard]] const char* const* keywords() const { return keywords_.data(); }
  [[nodiscard]] const char* const* values() const { return values_.data(); }

  // 0: no limit, as in libpq.
  [[nodiscard]] int timeout_seconds() const {
    const std::string& text = parameters_.at("connect_timeout");
    int seconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    return seconds < 0 ? 0 : seconds;
  }

 private:
  ConnectionUrl::Parameters parameters_;
  std::vector<const char*> keywords_;
  std::vector<const char*> values_;
};

// Waits until libpq can go on. False when the deadline passed.
bool wait_for(PGconn* connection, PostgresPollingStatusType wanted,
              const std::optional<Clock::time_point>& deadline) {
  pollfd socket{PQsocket(connection), 0, 0};
  socket.events = wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT;
  for (;;) {
    int limit = -1;
    if (deadline) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(*deadline - Clock::now()).count();
      if (left <= 0) return false;
      limit = static_cast<int>(left);
    }
    const int ready = ::poll(&socket, 1, limit);
    if (ready > 0 || (ready < 0 && errno != EINTR)) return true;  // libpq reports the failure
  }
}

RawConnection connect_in_steps(const ConnectionUrl& url, const ConnectParameters& parameters) {
  RawConnection connection(PQconnectStartParams(parameters.keywords(), parameters.values(), 0));
  if (!connection) throw Failure("out of memory");
  PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE);
  const int seconds = parameters.timeout_seconds();
  std::optional<Clock::time_point> deadline;
  if (seconds > 0) deadline = Clock::now() + std::chrono::seconds(seconds);
  if (PQstatus(connection.get()) == CONNECTION_BAD) return connection;
  for (auto step = PGRES_POLLING_WRITING;
       step == PGRES_POLLING_READING || step == PGRES_POLLING_WRITING;
       step = PQconnectPoll(connection.get())) {
    if (!wait_for(connection.get(), step, deadline)) throw timeout_error(url, seconds);
  }
  return connection;
}

// With several hosts libpq gives up one after the timeout and goes to the next, which only its own
// waiting can do.
RawConnection connect_at_once(const ConnectParameters& parameters) {
  RawConnection connection(PQconnectdbParams(parameters.keywords(), parameters.values(), 0));
  if (!connection) throw Failure("out of memory");
  return connection;
}

}  // namespace

RawConnection open_connection(const ConnectionUrl& url, const SessionOptions& options) {
  const ConnectParameters parameters(url, options);
  const bool several_hosts = url.host().find(',') != std::string::npos;
  RawConnection connection =
      several_hosts ? connect_at_once(parameters) : connect_in_steps(url, parameters);
  if (PQstatus(connection.get()) != CONNECTION_OK) {
    throw connection_error(url, PQerrorMessage(connection.get()));
  }
  PQsetErrorVerbosity(connection.get(), PQERRORS_DEFAULT);
  return connection;
}

}  // namespace pgplumb::pg
