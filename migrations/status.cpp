#include "migrations/status.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "migrations/checksum.hpp"
#include "migrations/foreign_history.hpp"

namespace pgplumb::migrations {
namespace {

MigrationState state_of(const Migration* file, const AppliedMigration* applied,
                        const Version& newest) {
  if (applied == nullptr) {
    return file->version < newest ? MigrationState::late : MigrationState::pending;
  }
  if (file == nullptr) {
    return applied->state == "imported" ? MigrationState::foreign : MigrationState::missing;
  }
  if (!applied->is_complete()) return MigrationState::unfinished;
  const bool known = !applied->checksum.empty();
  const bool same = !known || applied->checksum == checksum(*file->up);
  return same ? MigrationState::applied : MigrationState::changed;
}

std::string label_of(const MigrationStatus& status) {
  if (status.file != nullptr) return status.file->label();
  return status.applied->version.text() +
         (status.applied->name.empty() ? "" : "_" + status.applied->name);
}

// The row of a file that was imported when that was not here: under a version that it does not
// have.
const AppliedMigration* row_elsewhere(const MigrationStatus& one,
                                      const std::vector<MigrationStatus>& all) {
  if (one.file == nullptr || one.applied != nullptr) return nullptr;
  for (const MigrationStatus& other : all) {
    if (other.file != nullptr || other.applied->imported_as.empty()) continue;
    if (is_file_of(*one.file, other.applied->imported_as)) return other.applied;
  }
  return nullptr;
}

}  // namespace

std::vector<MigrationStatus> status_of(const std::vector<Migration>& files,
                                       const std::vector<AppliedMigration>& applied) {
  std::map<Version, MigrationStatus> all;
  for (const Migration& file : files) all[file.version].file = &file;
  for (const AppliedMigration& row : applied) all[row.version].applied = &row;
  const Version newest = applied.empty() ? Version() : applied.back().version;
  std::vector<MigrationStatus> result;
  for (auto& [version, status] : all) {
    status.state = state_of(status.file, status.applied, newest);
    result.push_back(status);
  }
  return result;
}

Diagnostics check_history(const std::vector<MigrationStatus>& status,
                          const HistoryPolicies& policies) {
  Diagnostics problems;
  const auto report = [&](Policy policy, const MigrationStatus& one, const std::string& text) {
    if (policy == Policy::ignore) return;
    SourceSpan span;
    if (one.file != nullptr) span = {one.file->up, 0, 0};
    problems.add(DiagnosticCode::history_changed, "migration " + printable(label_of(one)) + text,
                 span);
  };
  for (const MigrationStatus& one : status) {
    if (const AppliedMigration* row = row_elsewhere(one, status)) {
      report(Policy::error, one,
             " was imported as " + row->version.text() +
                 ", when its file was not here; run \"pgplumb import\" again");
      continue;
    }
    switch (one.state) {
      case MigrationState::late:
        report(policies.late, one,
               " is older than the newest applied one and was never applied; give it a newer "
               "version, or allow it with --late run (history.late: run)");
        break;
      case MigrationState::changed:
        report(policies.changed, one,
               " was changed after it was applied at " + one.applied->applied_at +
                   "; restore the file, or accept it with --changed ignore (history.changed: "
                   "ignore)");
        break;
      case MigrationState::missing:
        if (one.applied->has_not_begun()) {
          report(policies.missing, one,
                 " stopped after 0 of " + std::to_string(one.applied->statements_total) +
                     (one.applied->statements_total == 1 ? " statement" : " statements") +
                     " and has no file any more; restore it, or take it out of the history with "
                     "\"pgplumb down " +
                     printable(label_of(one)) + "\"");
          break;
        }
        report(policies.missing, one,
               " was applied at " + one.applied->applied_at +
                   " and has no file any more; restore it, or accept that with --missing ignore "
                   "(history.missing: ignore)");
        break;
      default: break;
    }
  }
  return problems;
}

}  // namespace pgplumb::migrations
