// Histories that other migration tools keep in a database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "migrations/migration.hpp"
#include "migrations/version.hpp"
#include "pg/session.hpp"

namespace pgplumb::migrations {

// What another tool says that it ran.
struct ForeignEntry {
  std::string id;       // what that tool tells it from all others by, whatever files are there
  std::string file;     // what that tool calls it: a file's or a folder's name, "author:id:file"
  std::string version;  // "" = nothing in it can be ordered as a number
  std::string name;
  std::string applied_at;  // the server's text of a timestamptz; "" = the tool does not know
  std::int64_t batch = 0;  // 0 = the tool has no batches
  std::int64_t duration_ms = 0;
  std::string applied_by;  // "" = the tool does not know
  std::string checksum;    // of its file, as that tool writes it; "" = the tool has none
  bool failed = false;
  bool is_baseline = false;  // nothing was run: it and what comes before was there already
};

// A table that has the columns of a tool's history.
struct ForeignTable {
  std::string tool;
  std::string space;
  std::string table;
  std::vector<std::string> companions;  // the tool's other tables beside it, as far as they exist

  [[nodiscard]] std::string name() const { return space + "." + table; }
  // Itself and its companions, as "schema.table".
  [[nodiscard]] std::vector<std::string> all_names() const;
};

struct ForeignHistory {
  ForeignTable table;
  std::vector<ForeignEntry> entries;  // in the order in which they were applied
  std::vector<std::string> notes;     // what has no equivalent
  // One row stands for everything up to and including it (golang-migrate).
  bool is_high_water_mark = false;
  // Rows name the newest revisions only; the files say what comes before (Alembic).
  bool is_heads_only = false;
};

// Recognised by their columns, never by the name; where two tools have the same columns, by what is
// in them. Tables that this role may not read are left out. Throws as Session does.
[[nodiscard]] std::vector<ForeignTable> find_foreign_tables(pg::Session& session);

[[nodiscard]] ForeignHistory read_foreign_history(pg::Session& session, const ForeignTable& table);

// Whether `file` is what the other tool's history calls `name`.
[[nodiscard]] bool is_file_of(const Migration& file, const std::string& name);

// Whether this tool's migrations are programs, never SQL.
[[nodiscard]] bool runs_programs(const std::string& tool);

// Every name that --from takes, sorted.
[[nodiscard]] std::vector<std::string> foreign_tool_names();

}  // namespace pgplumb::migrations
