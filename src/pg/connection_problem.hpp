// From what libpq and the server say about a failed attempt to what the user is told.
#pragma once

#include <string>
#include <string_view>

#include "pg/connection_error.hpp"
#include "pg/connection_url.hpp"

namespace pgplumb::pg {

// One failed attempt, read from libpq's message at verbosity "verbose".
struct AttemptReport {
  std::string sqlstate;  // "" when the server did not answer with an error
  std::string routine;   // the server's C function, which no translation touches
  std::string reason;    // for people: no SQLSTATE, no LOCATION, no libpq advice; one line
};

[[nodiscard]] AttemptReport read_attempt(std::string_view libpq_message);

// SQLSTATE and routine decide where the server sent them; the text is libpq's own otherwise, which
// is never translated in a program that does not call setlocale.
[[nodiscard]] ConnectionProblem classify(const AttemptReport& report);

// The whole error: address, reason, next step; all without secrets.
[[nodiscard]] ConnectionError connection_error(const ConnectionUrl& url,
                                               std::string_view libpq_message);
[[nodiscard]] ConnectionError timeout_error(const ConnectionUrl& url, long long seconds);
[[nodiscard]] ConnectionError lost_error(const ConnectionUrl& url, std::string_view reason,
                                         std::string sqlstate);

}  // namespace pgplumb::pg
