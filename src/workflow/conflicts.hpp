// What two sets of migrations, written side by side, do to each other.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "migrations/migration.hpp"
#include "schema/expression.hpp"
#include "workflow/migrate.hpp"

namespace pgplumb::workflow {

// One of the two, by the name that the user gave it.
struct Branch {
  std::string label;
  std::vector<migrations::Migration> files;  // in version order
};

struct Conflict {
  std::string text;  // one line
  SourceSpan first;  // may be nowhere
  SourceSpan second;
};

struct ConflictReport {
  std::size_t first_only = 0;  // migrations that only this side has
  std::size_t second_only = 0;
  std::vector<Conflict> conflicts;  // one version twice, one object touched twice, order matters
  std::vector<Conflict> notes;      // different parts of one table; files that will be late
  Diagnostics diagnostics;          // of reading the texts
};

// From the texts alone: what both sides have (the same version with the same text) is the ground
// that each side's own migrations are replayed on.
[[nodiscard]] ConflictReport find_conflicts(const Branch& first, const Branch& second,
                                            const SearchPath& search_path);

// For each late migration of the plan that touches what a newer, applied one touched: a late_file
// note with both places.
[[nodiscard]] Diagnostics late_notes(const HistoryView& view, const RunPlan& plan,
                                     const SearchPath& search_path);

}  // namespace pgplumb::workflow
