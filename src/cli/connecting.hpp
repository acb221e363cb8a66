// Connecting to a server that may still be starting.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "cli/output.hpp"
#include "pg/session.hpp"

namespace pgplumb::cli {

// Tries again, for `limit` at most, while nothing listens there or the server is not ready; every
// other problem, and the last try's, is thrown.
[[nodiscard]] pg::Session connect_patiently(const pg::ConnectionUrl& url,
                                            std::chrono::milliseconds limit, Output& output);

// "500ms", "60s", "10min", "1h"; a bare number counts seconds. Nothing when it is no time.
[[nodiscard]] std::optional<std::chrono::milliseconds> parse_wait(const std::string& text);

}  // namespace pgplumb::cli
