// The list of migrations: which are applied, by whom and when, and which are not.
#pragma once

#include <string>
#include <vector>

#include "migrations/history.hpp"
#include "migrations/status.hpp"

namespace pgplumb::report {

struct StatusReport {
  const std::vector<migrations::MigrationStatus>& status;
  const std::vector<migrations::FailedTry>& failed;

  // Everything is applied, unchanged, and there.
  [[nodiscard]] bool clean() const;
  [[nodiscard]] std::size_t applied() const;
};

// "applied", "failed", "pending", "late", "changed", "missing", "unfinished", "imported".
[[nodiscard]] std::string word_of(const StatusReport& report,
                                  const migrations::MigrationStatus& one);

// One line for each, and a count at the end.
[[nodiscard]] std::string render_text(const StatusReport& report);
// {"migrations": [...], "applied": N, "total": N}, described in docs/json.md.
[[nodiscard]] std::string render_json(const StatusReport& report);

}  // namespace pgplumb::report
