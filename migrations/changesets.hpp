// Liquibase's formatted SQL: one file, many migrations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "migrations/migration.hpp"

namespace pgplumb::migrations {

struct Changeset {
  std::string author;
  std::string id;
  Version version;  // the file's number, a dot, and the place in the file: "3.12"
  Source up;
  Source down;  // its --rollback lines; null when there is none
  // The last part of its logicalFilePath, under which its history knows it; "" = the file's name.
  std::string logical_file;
};

// Whether the first line is "--liquibase formatted sql".
[[nodiscard]] bool is_liquibase(std::string_view text);

// The number in the name of a changelog: of "db.changelog-1.2.sql" "1.2", of "2026-01-05-a.sql"
// "20260105"; "" = it has none.
[[nodiscard]] std::string changelog_number(const std::string& path);

// In the order of the file; each source has all its lines, those of others blank. What Liquibase
// leaves out in PostgreSQL (ignore, dbms) is left out, with a not_run warning; it keeps its place
// in the count. Changesets without author and id, and attributes that change what runs and that
// pgplumb can't follow (runAlways, runOnChange, contexts, labels, another endDelimiter,
// preconditions), are diagnostics.
[[nodiscard]] std::vector<Changeset> split_changesets(const Source& source,
                                                      const std::string& number,
                                                      Diagnostics& diagnostics);

}  // namespace pgplumb::migrations
