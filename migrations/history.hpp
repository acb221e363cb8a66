// The table in the database that says which migrations it has had, and the log beside it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "migrations/version.hpp"
#include "pg/session.hpp"
#include "schema/catalog.hpp"
#include "schema/identifier.hpp"

namespace pgplumb::migrations {

// One row of the history table.
struct AppliedMigration {
  Version version;
  std::string name;        // `description`
  std::string applied_at;  // the server's text of a timestamptz
  std::int64_t batch = 0;
  std::string checksum;  // "" = not known (made by another program)
  std::string state;     // "applied"; "running" and "failed" only for non-transactional ones
  std::int64_t statements_applied = 0;
  std::int64_t statements_total = 0;
  std::int64_t duration_ms = 0;
  std::string applied_by;
  std::string error;  // "" = none
};

// What is appended to the log.
struct LogEntry {
  std::string action;  // "up", "down", "failed", "import"
  Version version;
  std::string name;
  std::int64_t batch = 0;
  std::string checksum;
  std::int64_t duration_ms = 0;
  std::string error;
};

// Where the history is. The log is `<table>_log` in the same namespace.
struct HistoryTable {
  std::string space = "public";
  std::string table = "schema_migrations";

  [[nodiscard]] QualifiedName name() const { return qualified(space, table); }
  [[nodiscard]] QualifiedName log_name() const { return qualified(space, table + "_log"); }
};

// The tables of `table` in a state that was read from a server, as far as they have the columns
// that pgplumb gives them: a schema may have a table of that name that is its own.
[[nodiscard]] std::vector<ObjectId> own_tables_in(const Catalog& catalog,
                                                  const HistoryTable& table);

// Statements about the history on one session, which must outlive it. Every function throws
// pg::ServerError / pg::ConnectionError. None opens or ends a transaction.
class History {
 public:
  History(pg::Session& session, HistoryTable table);

  // Whether the table is there; a table of that name with other columns (another tool's) is a
  // Refused that says whose it looks like.
  [[nodiscard]] bool exists();
  // Makes what is missing of both tables and their namespace; needs no right where all is there.
  void create();

  // In version order. Empty when the table is not there.
  [[nodiscard]] std::vector<AppliedMigration> applied();
  [[nodiscard]] std::int64_t last_batch();

  void record(const AppliedMigration& migration);  // inserts or replaces the row of that version
  void remove(const Version& version);
  void log(const LogEntry& entry);

  [[nodiscard]] const HistoryTable& table() const { return table_; }
  // The name for the advisory lock.
  [[nodiscard]] std::string lock_name() const { return table_.space + "." + table_.table; }

 private:
  void create_table();
  void create_log();
  [[nodiscard]] std::vector<std::string> columns_of(const std::string& table);

  pg::Session& session_;
  HistoryTable table_;
  std::string quoted_;  // "public"."schema_migrations"
  std::string quoted_log_;
};

}  // namespace pgplumb::migrations
