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
  // Of the file; of a run that has not ended, of the statements that it has run. "" = not known
  // (made by another program), or none has.
  std::string checksum;
  // "applied"; "running", "failed" and "reverting" only for non-transactional ones; "imported": run
  // by another tool; "baseline": what was there was taken over, nothing was run.
  std::string state;
  std::int64_t statements_applied = 0;
  std::int64_t statements_total = 0;
  std::int64_t duration_ms = 0;
  std::string applied_by;
  std::string error;  // "" = none
  // Of what was imported: the other tool's table ("public.pgmigrations") and what it calls this
  // one. "" = pgplumb ran it, or imported it when that was not kept yet.
  std::string imported_from;
  std::string imported_as;

  // Its effect is there, whoever made it.
  [[nodiscard]] bool is_complete() const {
    return state == "applied" || state == "imported" || state == "baseline";
  }
  // It is not complete, and no statement of it was recorded to have run to its end.
  [[nodiscard]] bool has_not_begun() const {
    return (state == "running" || state == "failed") && statements_applied == 0;
  }
  bool operator==(const AppliedMigration&) const = default;
};

// A try that failed and after which nothing else was tried; or one to revert that did not fail.
struct FailedTry {
  Version version;
  std::string at;  // the server's text of a timestamptz
  std::string error;
};

// What is appended to the log.
struct LogEntry {
  // "up", "down", "failed", "import", "unimport" (the other tool reverted it), "baseline"
  std::string action;
  Version version;
  std::string name;
  std::int64_t batch = 0;
  std::string checksum;
  std::int64_t duration_ms = 0;
  std::string error;
  std::string imported_from;  // as of AppliedMigration
  std::string imported_as;
};

// What was imported at some time, whether or not it has a row now.
struct ImportedVersion {
  std::string from;
  std::string as;
  Version version;  // the last one that it had
};

// Where the history is. The log is `<table>_log` in the same namespace.
struct HistoryTable {
  std::string space = "public";
  std::string table = "schema_migrations";
  // Where import puts the history when another tool has a table of the first name; "" = nowhere,
  // because the first name was asked for.
  std::string second_table = "pgplumb_migrations";

  [[nodiscard]] QualifiedName name() const { return qualified(space, table); }
  [[nodiscard]] QualifiedName log_name() const { return qualified(space, table + "_log"); }
};

// pgplumb's tables (of either name) in a state that was read from a server, as far as they have the
// columns that pgplumb gives them: a schema may have a table of that name that is its own.
[[nodiscard]] std::vector<ObjectId> own_tables_in(const Catalog& catalog,
                                                  const HistoryTable& table);

// Statements about the history on one session, which must outlive it. Where the first table is
// another tool's and the second one is pgplumb's, the second one is meant throughout. Every
// function throws pg::ServerError / pg::ConnectionError; a role that may not read the tables is a
// Failure that says what to grant. None opens or ends a transaction.
class History {
 public:
  History(pg::Session& session, HistoryTable table);

  // Whether the table is there; a table of that name with other columns (another tool's) is a
  // Refused that says whose it looks like.
  [[nodiscard]] bool exists();
  // From here on the second table is meant when the first one is another tool's. A Refused where no
  // second one may be.
  void step_aside();
  // Makes what is missing of both tables and their namespace; needs no right where all is there.
  void create();
  // Makes the columns that say where a row came from, which older histories do not have.
  void widen();

  // In version order. Empty when the table is not there.
  [[nodiscard]] std::vector<AppliedMigration> applied();
  // The same; also empty where the table of that name is another tool's.
  [[nodiscard]] std::vector<AppliedMigration> applied_if_own();
  [[nodiscard]] std::int64_t last_batch();

  void record(const AppliedMigration& migration);  // inserts or replaces the row of that version
  // Inserts the row with its own time and author; one that is there already stays as it is. False
  // when it was there.
  bool import(const AppliedMigration& migration);
  // The row of `version` becomes `migration`'s as far as its file tells (version, name, checksum),
  // its batch and where it came from; its state and times stay. All of the list at once: versions
  // may change places.
  struct Move {
    Version version;
    AppliedMigration migration;
  };
  void move(const std::vector<Move>& moves);
  // What was ever imported, as far as that was kept.
  [[nodiscard]] std::vector<ImportedVersion> imported_versions();
  void remove(const Version& version);
  void log(const LogEntry& entry);
  // Versions without a row of which the last thing that happened here was that they were reverted,
  // and when (the server's text of a timestamptz).
  [[nodiscard]] std::vector<FailedTry> reverted();
  // Of versions that have no row: the newest try of each, when it failed. In version order.
  [[nodiscard]] std::vector<FailedTry> failed_tries();
  // Tables of other tools that were imported; they are no part of the schema. "public.x", unquoted.
  [[nodiscard]] std::vector<std::string> imported_tables();
  [[nodiscard]] bool has_imported(const std::string& table);
  void note_imported_table(const std::string& tool, const std::string& table);

  [[nodiscard]] const HistoryTable& table() const { return table_; }
  // The name for the advisory lock; the same whichever table is in use.
  [[nodiscard]] const std::string& lock_name() const { return lock_name_; }

 private:
  [[nodiscard]] bool is_own(const std::vector<std::string>& columns);
  [[nodiscard]] bool has_log();
  void use(const std::string& table);
  void refuse_other_relation(const std::string& name);
  void create_table();
  void create_log();
  void widen_log();
  // Of versions that have no row: the newest entry of each, when it is of that action.
  [[nodiscard]] std::vector<FailedTry> newest_entries(const std::string& action);
  // Rows of the history or its log.
  [[nodiscard]] pg::Rows read(const std::string& sql);
  [[nodiscard]] std::vector<std::string> columns_of(const std::string& table);

  pg::Session& session_;
  HistoryTable table_;
  std::string lock_name_;
  std::string quoted_;  // "public"."schema_migrations"
  std::string quoted_log_;
  // Seen to be pgplumb's own.
  bool is_there_ = false;
  bool log_is_there_ = false;
  bool has_origins_ = false;  // the table has kOriginColumns
};

}  // namespace pgplumb::migrations
