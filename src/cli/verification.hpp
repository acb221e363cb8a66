// The live database against its applied migrations.
#pragma once

#include <chrono>
#include <cstddef>

#include "cli/context.hpp"
#include "migrations/status.hpp"
#include "pg/session.hpp"
#include "report/comparison_report.hpp"
#include "workflow/state.hpp"

namespace pgplumb::cli {

struct Verification {
  workflow::ComparedStates states;  // current: live; desired: what the history says
  std::size_t applied = 0;
  std::size_t pending = 0;
  bool history_table = false;
  std::chrono::milliseconds elapsed{0};
  report::Side live;
  report::Side migrations;

  [[nodiscard]] report::ComparisonReport report() const;
};

// Unfinished migrations, and changed and missing ones as the policies say, are history_changed
// diagnostics of `states`.
[[nodiscard]] Verification verify_history(Context& context, pg::Session& session,
                                          migrations::HistoryPolicies policies, bool offline);

}  // namespace pgplumb::cli
