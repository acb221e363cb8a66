// States that live in SQL files: a schema folder, a folder of migrations.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "diff/change.hpp"
#include "migrations/migration.hpp"
#include "parse/replay.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// A role as a server has it.
struct ServerRole {
  std::string name;
  bool superuser = false;
};

// What the sessions that run files find before the first statement.
struct Surroundings {
  SearchPath search_path = {"public"};
  // Besides public: made by a hand or a program before the first file ran.
  std::vector<std::string> namespaces;
  // The path is the connection's own (configured), which no ALTER DATABASE in a file changes.
  bool pinned_path = false;
  // Settings of the sessions, by name, that decide what literals mean; none known: empty.
  std::vector<std::pair<std::string, std::string>> formats;
  // The roles of the real server, but for those that the files make; asked for where a server
  // stands in that has none. May be empty.
  std::function<std::vector<ServerRole>()> roles;
  // The same with those that the files make: they belong to all databases of the server, and may
  // have been there before the first file ran in this one. May be empty.
  std::function<std::vector<ServerRole>()> all_roles;
};

// SQL texts in the order in which they run. Each is a session of its own.
struct SqlFiles {
  std::vector<migrations::Source> files;
  // Of a history: files run as one transaction where they can (order of `files`); of a schema:
  // statement by statement.
  bool is_history = false;
  // Who ran each of `files`, where a history tells; no current_user: not known. Empty: of none.
  std::vector<parse::Runner> runners;
  Surroundings surroundings;
};

// One file, or every *.sql below a folder in path order. A missing or empty folder is a diagnostic.
[[nodiscard]] SqlFiles schema_files(const std::filesystem::path& path, Diagnostics& diagnostics);

// The ups of `history`, in order.
[[nodiscard]] SqlFiles up_files(const std::vector<migrations::Migration>& history);

struct TextState {
  Catalog catalog;
  Diagnostics diagnostics;
  std::vector<diff::RenameHint> renames;  // "-- pgplumb: renamed from …"
};

// Replays the files. `on_file` is called before each (may be empty).
[[nodiscard]] TextState replay(const SqlFiles& files, parse::ReplayOptions options,
                               const std::function<void(const migrations::Source&)>& on_file = {});

}  // namespace pgplumb::workflow
