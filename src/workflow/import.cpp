#include "workflow/import.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/failure.hpp"
#include "migrations/checksum.hpp"
#include "migrations/directory.hpp"
#include "pg/transaction.hpp"
#include "workflow/program_files.hpp"

namespace pgplumb::workflow {
namespace {

using migrations::AppliedMigration;
using migrations::ForeignEntry;
using migrations::ForeignHistory;
using migrations::ForeignTable;
using migrations::Migration;
using migrations::Version;

ForeignTable choose_table(pg::Session& session, const ImportRequest& request) {
  std::vector<ForeignTable> found = migrations::find_foreign_tables(session);
  std::erase_if(found, [&](const ForeignTable& one) {
    const bool other_tool = !request.tool.empty() && one.tool != request.tool;
    const bool other_table = !request.table.empty() && one.name() != request.table;
    return other_tool || other_table;
  });
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    throw Refused("no table in this database looks like the history of " +
                  (request.tool.empty() ? "another tool" : printable(request.tool)) +
                  ", as far as this role may read them; nothing was imported");
  }
  std::string names;
  for (const ForeignTable& one : found) {
    names += (names.empty() ? "" : ", ") + one.tool + " in " + printable(one.name());
  }
  throw Refused("there is more than one history: " + names +
                "; choose with --from TOOL or --table SCHEMA.TABLE; nothing was imported");
}

// A file's or folder's name without what tells directions and languages apart.
std::string stem_of(std::string name) {
  for (const std::string end : {".sql", ".up", ".js", ".ts", ".rb", ".py"}) {
    if (name.ends_with(end)) name.resize(name.size() - end.size());
  }
  return name;
}

class Importer {
 public:
  Importer(ForeignHistory foreign, const std::filesystem::path& folder,
           const std::vector<AppliedMigration>& known)
      : foreign_(std::move(foreign)), folder_(folder), known_(known) {
    report_.table = foreign_.table;
    report_.notes = foreign_.notes;
  }

  ImportReport prepare() {
    std::error_code ignored;
    if (std::filesystem::is_directory(folder_, ignored)) {
      files_ = migrations::read_directory(folder_, report_.diagnostics);
    }
    if (report_.diagnostics.has_errors()) return std::move(report_);
    if (foreign_.is_high_water_mark) expand_mark();
    if (foreign_.is_heads_only) expand_heads();
    if (foreign_.table.tool == "drizzle") name_drizzle_files();
    for (const ForeignEntry& entry : foreign_.entries) take(entry);
    report_.pending = count_pending();
    find_gone();
    return std::move(report_);
  }

 private:
  [[nodiscard]] std::size_t count_pending() const {
    return static_cast<std::size_t>(
        std::count_if(files_.begin(), files_.end(), [&](const Migration& file) {
          const bool known = std::any_of(known_.begin(), known_.end(), [&](const auto& row) {
            return row.version == file.version && row.state != "imported";
          });
          return !known && taken_.count(file.version) == 0;
        }));
  }

  // An empty table was rather emptied than reverted to the last row; and what had a file is not
  // gone where files are missed, which would have said its version.
  void find_gone() {
    if (report_.migrations.empty()) return;
    const bool misses_files = std::any_of(
        report_.migrations.begin(), report_.migrations.end(),
        [](const auto& one) { return !one.has_file && one.row.version.text().starts_with("0."); });
    for (const AppliedMigration& row : known_) {
      if (row.state != "imported" || taken_.count(row.version) != 0) continue;
      if (!misses_files || row.checksum.empty()) report_.gone.push_back(row);
    }
  }

  // Every file up to the mark was applied.
  void expand_mark() {
    if (foreign_.entries.empty()) return;
    const ForeignEntry mark = foreign_.entries.front();
    if (mark.failed) {
      throw Refused("golang-migrate stopped half-way in version " + printable(mark.version) +
                    " (dirty); put that right with its \"force\" first; nothing was imported");
    }
    const Version newest(mark.version);
    std::vector<ForeignEntry> all;
    for (const Migration& file : files_) {
      if (file.version > newest) continue;
      ForeignEntry& entry = all.emplace_back();
      entry.file = file.file;
      entry.version = file.version.text();
      entry.name = file.name;
    }
    if (all.empty() || Version(all.back().version) != newest) all.push_back(mark);
    foreign_.entries = std::move(all);
  }

  void expand_heads() {
    std::vector<std::string> heads;
    for (const ForeignEntry& entry : foreign_.entries) heads.push_back(entry.file);
    std::vector<ForeignEntry> all;
    for (const AlembicRevision& revision : alembic_history(folder_, heads)) {
      ForeignEntry& entry = all.emplace_back();
      entry.file = revision.id;
      entry.name = revision.id + (revision.name.empty() ? "" : "_" + revision.name);
    }
    foreign_.entries = std::move(all);
  }

  void name_drizzle_files() {
    const auto tags = drizzle_tags(folder_);
    for (ForeignEntry& entry : foreign_.entries) {
      const auto tag = tags.find(entry.file);
      if (tag == tags.end()) continue;
      entry.file = tag->second;
      entry.name.clear();
    }
  }

  const Migration* file_of(const ForeignEntry& entry) const {
    const std::string stem = stem_of(entry.file);
    for (const Migration& file : files_) {
      if (stem_of(file.file) == stem) return &file;
    }
    if (entry.version.empty()) return nullptr;
    const Version version(entry.version);
    const auto found = std::find_if(files_.begin(), files_.end(),
                                    [&](const Migration& m) { return m.version == version; });
    return found == files_.end() ? nullptr : &*found;
  }

  void take(const ForeignEntry& entry) {
    if (entry.failed) {
      report_.failed.push_back(entry.file);
      return;
    }
    ++ordinal_;
    const Migration* file = file_of(entry);
    ImportedMigration& own = report_.migrations.emplace_back();
    own.file = entry.file;
    own.has_file = file != nullptr;
    AppliedMigration& row = own.row;
    row.state = "imported";
    row.version = file != nullptr ? file->version : version_of(entry);
    row.name = file != nullptr ? file->name : entry.name;
    row.checksum = file != nullptr ? migrations::checksum(file->up->text()) : "";
    row.applied_at = entry.applied_at;
    // A tool without batches reverts one at a time.
    row.batch = entry.batch > 0 ? entry.batch : ordinal_;
    row.duration_ms = entry.duration_ms;
    row.applied_by = entry.applied_by;
    taken_.insert(row.version);
  }

  // What has no number in front, or one that is taken, gets a place of its own.
  Version version_of(const ForeignEntry& entry) const {
    if (entry.version.empty()) return Version("0." + std::to_string(ordinal_));
    Version version(entry.version);
    for (int i = 1; taken_.count(version) != 0; ++i) {
      version = Version(entry.version + "." + std::to_string(i));
    }
    return version;
  }

  ForeignHistory foreign_;
  const std::filesystem::path& folder_;
  const std::vector<AppliedMigration>& known_;
  ImportReport report_;
  std::vector<Migration> files_;
  std::set<Version> taken_;
  std::int64_t ordinal_ = 0;
};

void log(migrations::History& history, const char* action, const AppliedMigration& row) {
  migrations::LogEntry entry;
  entry.action = action;
  entry.version = row.version;
  entry.name = row.name;
  entry.batch = row.batch;
  entry.checksum = row.checksum;
  history.log(entry);
}

// Whether the other tool applied it once more after it was reverted here, as far as it knows times.
bool is_later(pg::Session& session, const std::string& applied_at, const std::string& reverted_at) {
  if (applied_at.empty()) return false;
  return session.query("select $1::timestamptz > $2::timestamptz", {applied_at, reverted_at})
      .front()
      .boolean(0);
}

// What was reverted here since is not applied, although the other tool's table still has it.
void leave_reverted(pg::Session& session, migrations::History& history, ImportReport& report) {
  for (const auto& reverted : history.reverted()) {
    const auto found = std::find_if(
        report.migrations.begin(), report.migrations.end(),
        [&](const ImportedMigration& one) { return one.row.version == reverted.version; });
    if (found == report.migrations.end()) continue;
    if (is_later(session, found->row.applied_at, reverted.at)) continue;
    report.notes.push_back(reverted.version.text() + " was reverted here at " + reverted.at +
                           " and stays pending");
    report.pending += found->has_file ? 1 : 0;
    report.migrations.erase(found);
  }
}

// Where other tables were imported, too, nobody knows whose these rows are.
void forget_gone(migrations::History& history, ImportReport& report) {
  const std::vector<std::string> own = report.table.all_names();
  for (const std::string& table : history.imported_tables()) {
    if (std::find(own.begin(), own.end(), table) == own.end()) report.gone.clear();
  }
  for (const AppliedMigration& row : report.gone) {
    history.remove(row.version);
    log(history, "unimport", row);
  }
}

void write(pg::Session& session, migrations::History& history, ImportReport& report) {
  pg::Transaction transaction(session);
  history.step_aside();
  history.create();
  report.history = history.table();
  leave_reverted(session, history, report);
  for (ImportedMigration& one : report.migrations) {
    one.is_new = history.import(one.row);
    if (one.is_new) log(history, "import", one.row);
  }
  forget_gone(history, report);
  for (const std::string& table : report.table.all_names()) {
    if (!history.has_imported(table)) history.note_imported_table(report.table.tool, table);
  }
  transaction.commit();
}

}  // namespace

std::size_t ImportReport::count_new() const {
  return static_cast<std::size_t>(
      std::count_if(migrations.begin(), migrations.end(), [](const auto& m) { return m.is_new; }));
}

std::size_t ImportReport::count_files() const {
  return static_cast<std::size_t>(std::count_if(migrations.begin(), migrations.end(),
                                                [](const auto& m) { return m.has_file; }));
}

ImportReport import_history(pg::Session& session, migrations::History& history,
                            const ImportRequest& request, const MigrateOptions& options,
                            migrations::RunObserver& observer) {
  const pg::AdvisoryLock lock = take_lock(session, history, options.lock_wait, observer);
  const ForeignTable table = choose_table(session, request);
  const std::vector<AppliedMigration> known = history.applied_if_own();
  ImportReport report =
      Importer(migrations::read_foreign_history(session, table), request.folder, known).prepare();
  if (!report.diagnostics.has_errors() && !request.dry_run) write(session, history, report);
  return report;
}

}  // namespace pgplumb::workflow
