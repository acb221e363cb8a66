#include "introspect/snapshot_session.hpp"

#include <utility>

#include "base/assert.hpp"

namespace pgplumb::introspect {
namespace {

std::string milliseconds(std::chrono::milliseconds time) { return std::to_string(time.count()); }

}  // namespace

std::string pinned_settings(std::chrono::milliseconds lock_timeout,
                            std::chrono::milliseconds statement_timeout) {
  return "set local search_path = '';"
         "set local jit = off;"
         "set local datestyle = 'ISO, MDY';"
         "set local intervalstyle = 'postgres';"
         "set local timezone = 'UTC';"
         "set local extra_float_digits = 1;"
         "set local bytea_output = 'hex';"
         "set local quote_all_identifiers = off;"
         "set local standard_conforming_strings = on;"
         "set local idle_in_transaction_session_timeout = 0;"
         "set local lock_timeout = " +
         milliseconds(lock_timeout) +
         ";set local statement_timeout = " + milliseconds(statement_timeout);
}

std::vector<LaneAnswer> run_lane(pg::Session& session, const QueryList& queries, Lane lane) {
  std::string batch;
  std::vector<LaneAnswer> answers;
  for (std::size_t at = 0; at < queries.queries().size(); ++at) {
    const CatalogQuery& query = queries.queries()[at];
    if (query.lane != lane) continue;
    batch += query.sql + ";\n";
    answers.push_back({at, {}});
  }
  if (answers.empty()) return answers;
  std::vector<pg::Rows> rows = session.query_all(batch);
  PGPLUMB_ASSERT(rows.size() == answers.size());
  for (std::size_t at = 0; at < rows.size(); ++at) answers[at].rows = std::move(rows[at]);
  return answers;
}

}  // namespace pgplumb::introspect
