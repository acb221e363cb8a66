// Another tool's history, taken over.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "migrations/foreign_history.hpp"
#include "migrations/history.hpp"
#include "migrations/programs.hpp"
#include "pg/session.hpp"
#include "workflow/migrate.hpp"

namespace pgplumb::workflow {

struct ImportRequest {
  std::filesystem::path folder;
  std::string tool;   // "" = whichever is there
  std::string table;  // "schema.table"; "" = whichever is there
  bool dry_run = false;
};

struct ImportedMigration {
  migrations::AppliedMigration row;
  std::string file;  // what the other tool calls it
  bool has_file = false;
  bool is_new = false;  // it was not in the history before
  // The version that it has in the history already; empty: none.
  migrations::Version known_as;

  // Its file says another version than the history.
  [[nodiscard]] bool is_moved() const {
    return !known_as.empty() && known_as.text() != row.version.text();
  }
};

struct ImportReport {
  migrations::ForeignTable table;
  migrations::HistoryTable history;                // where it was put
  std::vector<ImportedMigration> migrations;       // in the order in which they were applied
  std::vector<std::string> failed;                 // tries that the other tool knows to have failed
  std::vector<migrations::AppliedMigration> gone;  // imported once, and reverted there since
  std::vector<std::string> notes;                  // what has no equivalent
  std::vector<migrations::ProgramFile> programs;   // pending, and the other tool's to run
  std::size_t pending = 0;                         // files that neither tool has applied
  Diagnostics diagnostics;                         // of the folder

  [[nodiscard]] std::size_t count_new() const;
  [[nodiscard]] std::size_t count_files() const;
};

// In one transaction, under the runner's lock; the other tool's tables are only read. What the
// other tool tells its entries apart by is kept with each row: an entry that has a row already
// keeps it, with the version of its file as soon as that is here. Rows of what the other tool has
// reverted since are taken out, and what was reverted here since the other tool applied it stays
// out. With an error in `diagnostics` nothing was written. No table, several of them, or a tool
// that stopped half-way (golang-migrate's dirty) is a Refused that says what to do.
[[nodiscard]] ImportReport import_history(pg::Session& session, migrations::History& history,
                                          const ImportRequest& request,
                                          const MigrateOptions& options,
                                          migrations::RunObserver& observer);

}  // namespace pgplumb::workflow
