// Histories of other tools that pgplumb was never told to take over.
#pragma once

#include <string>
#include <vector>

#include "migrations/foreign_history.hpp"
#include "migrations/history.hpp"
#include "pg/session.hpp"

namespace pgplumb::workflow {

// Where pgplumb's own history is empty: the tables in which other tools keep what they applied, and
// which were not imported. Empty ones are left out: nothing of them could run a second time.
[[nodiscard]] std::vector<migrations::ForeignTable> untaken_histories(pg::Session& session,
                                                                      migrations::History& history);

// What they are and what to do about them; "" when there are none.
[[nodiscard]] std::string about_untaken(const std::vector<migrations::ForeignTable>& tables);

}  // namespace pgplumb::workflow
