// One migration: a version, a name, and the texts of its two directions.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "migrations/version.hpp"
#include "sql/concurrent_work.hpp"
#include "sql/transaction_rules.hpp"

namespace pgplumb::migrations {

using Source = std::shared_ptr<const SourceText>;

// `up` is never null; `down` is null when there is no file (or no section) for it. Where one file
// holds both directions, each source has all its lines, those of the other direction blank, so that
// positions are those of the file.
struct Migration {
  Version version;
  std::string name;
  Source up;
  Source down;
  // What it is called on disk, without the folder and what tells the directions apart: the file's
  // or the folder's name; for a Liquibase changeset "author:id:file". Another tool's history knows
  // it by that.
  std::string file;
  // What another tool's history knows it by, where that is not `file`.
  std::string foreign_name;

  [[nodiscard]] const std::string& name_elsewhere() const {
    return foreign_name.empty() ? file : foreign_name;
  }
  // "20260301120000_widen_orders".
  [[nodiscard]] std::string label() const {
    return version.text() + (name.empty() ? "" : "_" + name);
  }
};

// One statement of a script, as it is sent.
struct ScriptStatement {
  std::string text;
  SourceSpan span;
  bool transaction_control = false;  // BEGIN, COMMIT …: the runner's business, not sent
  bool begins_transaction = false;   // the first of these
  bool rolls_back = false;           // what came before, which the runner won't do
  bool about_savepoint = false;      // not to be put between savepoints of the runner's own
  bool outside_transaction = false;  // the server refuses it inside one
  bool may_end_transaction = false;  // so it runs inside one only where the whole file does
  bool changes_session = false;      // to be run again before what follows it in a later session
  bool changes_rows = false;         // INSERT, UPDATE, DELETE, MERGE
  bool repeat_until_no_rows = false;
  std::optional<std::chrono::milliseconds> pause;  // between its batches
  bool reads_client_data = false;                  // COPY … FROM stdin: can't be sent
  std::optional<sql::ConcurrentIndex> index;       // that it builds concurrently
  std::optional<sql::ConcurrentReindex> reindex;
  std::optional<sql::ConcurrentDetach> detach;
  sql::Replication replication;
};

// One direction of a migration, checked and ready to run.
struct Script {
  std::vector<ScriptStatement> statements;
  bool transactional = true;
  bool irreversible = false;
  std::optional<std::string> lock_timeout;  // "5s", as PostgreSQL reads it
  std::optional<std::string> statement_timeout;

  // Of the first `count` statements, as the history keeps it of a run that has not ended.
  [[nodiscard]] std::string checksum_of_first(std::size_t count) const;
};

// Splits and parses one direction. Syntax errors and unknown directives go to `diagnostics`.
[[nodiscard]] Script read_script(const Source& source, Diagnostics& diagnostics);

}  // namespace pgplumb::migrations
