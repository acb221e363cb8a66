#include "cli/connecting.hpp"

#include <algorithm>
#include <thread>

#include "cli/configuration.hpp"
#include "pg/connection_error.hpp"

namespace pgplumb::cli {
namespace {

using Clock = std::chrono::steady_clock;

bool may_pass(pg::ConnectionProblem problem) {
  switch (problem) {
    case pg::ConnectionProblem::unreachable:
    case pg::ConnectionProblem::unknown_host:
    case pg::ConnectionProblem::timeout:
    case pg::ConnectionProblem::not_ready:
    case pg::ConnectionProblem::too_many_connections: return true;
    default: return false;
  }
}

}  // namespace

pg::Session connect_patiently(const pg::ConnectionUrl& url, std::chrono::milliseconds limit,
                              Output& output) {
  constexpr std::chrono::milliseconds kLongestPause{5'000};
  const auto deadline = Clock::now() + limit;
  std::chrono::milliseconds pause{200};
  for (bool told = false;; told = true) {
    try {
      return pg::Session(url);
    } catch (const pg::ConnectionError& error) {
      if (!may_pass(error.problem()) || Clock::now() + pause > deadline) throw;
      const std::string text = error.what();
      if (!told) output.message("waiting for the server: " + text.substr(0, text.find('\n')));
    }
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, kLongestPause);
  }
}

std::optional<std::chrono::milliseconds> parse_wait(const std::string& text) {
  // Not in PostgreSQL's words, but in many people's.
  if (text.ends_with('m')) return parse_wait(text + "in");
  if (!is_duration(text)) return std::nullopt;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto number = std::stoll(text.substr(0, digits));
  const std::string unit = text.substr(digits);
  if (unit == "ms") return std::chrono::milliseconds(number);
  if (unit == "min") return std::chrono::minutes(number);
  if (unit == "h") return std::chrono::hours(number);
  if (unit == "d") return std::chrono::hours(24 * number);
  return std::chrono::seconds(number);
}

}  // namespace pgplumb::cli
