// The transaction that a read happens in, and the settings under which the server prints.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "introspect/query_list.hpp"
#include "pg/session.hpp"

namespace pgplumb::introspect {

// Statements that pin, for the current transaction, what the printers depend on: search_path,
// number, date and interval formats, quoting; and the time limits.
[[nodiscard]] std::string pinned_settings(std::chrono::milliseconds lock_timeout,
                                          std::chrono::milliseconds statement_timeout);

// Runs `queries` of `lane` in one round trip and stores each one's rows in its slot's place.
struct LaneAnswer {
  std::size_t query;  // index in the list
  pg::Rows rows;
};
[[nodiscard]] std::vector<LaneAnswer> run_lane(pg::Session& session, const QueryList& queries,
                                               Lane lane);

}  // namespace pgplumb::introspect
