#include "workflow/text_state.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/files.hpp"
#include "migrations/migration.hpp"

namespace pgplumb::workflow {
namespace {

namespace fs = std::filesystem;

migrations::Source read_source(const fs::path& path) {
  return std::make_shared<const SourceText>(path.string(), read_file(path));
}

// *.sql directly in `folder`, then those of its folders, each in name order.
void collect(const fs::path& folder, std::vector<fs::path>& found) {
  for (const fs::path& path : list_files(folder)) {
    if (path.extension() == ".sql") found.push_back(path);
  }
  for (const fs::path& inner : list_folders(folder)) collect(inner, found);
}

Catalog start_of(const Surroundings& surroundings) {
  Catalog start = empty_database();
  for (const std::string& name : surroundings.namespaces) {
    start.put(object_id(ObjectKind::namespace_, Identifier(name)), Namespace{});
  }
  if (!surroundings.pinned_path) start.database_search_path = surroundings.search_path;
  return start;
}

bool runs_as_one_transaction(const migrations::Source& migration) {
  Diagnostics ignored;  // the replay's to report
  return migrations::read_script(migration, ignored).transactional;
}

parse::ReplayOptions options_for(parse::ReplayOptions options, const SqlFiles& files) {
  if (files.surroundings.pinned_path) options.search_path = files.surroundings.search_path;
  if (files.is_history) options.is_one_transaction = runs_as_one_transaction;
  return options;
}

std::optional<parse::Runner> runner_of(const SqlFiles& files, std::size_t file) {
  if (file >= files.runners.size() || files.runners[file].current_user.empty()) return std::nullopt;
  return files.runners[file];
}

}  // namespace

SqlFiles schema_files(const fs::path& path, Diagnostics& diagnostics) {
  SqlFiles result;
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    diagnostics.add(DiagnosticCode::folder_missing,
                    "there is no schema at " + printable(path.string()) +
                        "; make the folder with \"pgplumb init\" or name another one");
    return result;
  }
  std::vector<fs::path> paths;
  if (fs::is_directory(path, ignored)) {
    collect(path, paths);
  } else {
    paths.push_back(path);
  }
  if (paths.empty()) {
    diagnostics.add(DiagnosticCode::folder_missing,
                    "there is no *.sql file in " + printable(path.string()));
  }
  for (const fs::path& file : paths) result.files.push_back(read_source(file));
  return result;
}

SqlFiles up_files(const std::vector<migrations::Migration>& history) {
  SqlFiles result;
  result.is_history = true;
  for (const migrations::Migration& migration : history) result.files.push_back(migration.up);
  return result;
}

TextState replay(const SqlFiles& files, parse::ReplayOptions options,
                 const std::function<void(const migrations::Source&)>& on_file) {
  parse::Replay replay(start_of(files.surroundings), options_for(std::move(options), files));
  for (std::size_t i = 0; i < files.files.size(); ++i) {
    if (on_file) on_file(files.files[i]);
    replay.run(files.files[i], runner_of(files, i));
  }
  TextState state;
  state.diagnostics = replay.diagnostics();
  for (const parse::RenameDirective& directive : replay.rename_directives()) {
    state.renames.push_back({directive.before, directive.after});
  }
  state.catalog = std::move(replay).take_catalog();
  return state;
}

}  // namespace pgplumb::workflow
