#include "workflow/import.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "migrations/checksum.hpp"
#include "migrations/directory.hpp"
#include "migrations/foreign_checksum.hpp"
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
    if (!request.table.empty()) {
      throw Refused("there is no table " + printable(request.table) +
                    " (SCHEMA.TABLE) here that looks like the history of " +
                    (request.tool.empty() ? "another tool" : printable(request.tool)) +
                    ", as far as this role may read it; nothing was imported");
    }
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

// A place that nobody wrote into a file's name: of what another tool does not number.
bool is_made_up(const Version& version) { return version.text().starts_with("0."); }

class Importer {
 public:
  Importer(ForeignHistory foreign, const std::filesystem::path& folder,
           const std::vector<AppliedMigration>& known,
           std::vector<migrations::ImportedVersion> before)
      : foreign_(std::move(foreign)),
        folder_(folder),
        known_(known),
        before_(std::move(before)),
        from_(foreign_.table.name()) {
    report_.table = foreign_.table;
    report_.notes = foreign_.notes;
    for (const AppliedMigration& row : known_) {
      last_batch_ = std::max(last_batch_, row.batch);
      is_alone_ = is_alone_ && row.imported_from == from_;
    }
    if (is_alone_) last_batch_ = 0;
  }

  ImportReport prepare() {
    read_files();
    if (report_.diagnostics.has_errors()) return std::move(report_);
    if (foreign_.is_high_water_mark) expand_mark();
    if (foreign_.is_heads_only) expand_heads();
    if (foreign_.table.tool == "drizzle") name_drizzle_files();
    expand_baseline();
    for (const ForeignEntry& entry : foreign_.entries) take(entry);
    find_programs();
    report_.pending = count_pending() + report_.programs.size();
    find_gone();
    note_missing_files();
    return std::move(report_);
  }

 private:
  // Without the files of a tool that has some, nobody can tell which of them were applied.
  void read_files() {
    std::error_code ignored;
    const bool there = std::filesystem::is_directory(folder_, ignored);
    if (!there && migrations::runs_programs(foreign_.table.tool)) {
      report_.notes.push_back("there is no folder " + folder_.string() +
                              ": what is pending there can't be seen");
      return;
    }
    files_ = migrations::read_directory(folder_, report_.diagnostics);
  }

  void find_programs() {
    std::vector<AppliedMigration> rows;
    for (const ImportedMigration& one : report_.migrations) rows.push_back(one.row);
    for (const AppliedMigration& row : known_) {
      if (row.imported_from != from_) rows.push_back(row);
    }
    report_.programs =
        migrations::pending_programs(migrations::program_files(folder_, files_), rows);
  }

  void note_missing_files() {
    const std::size_t all = report_.migrations.size();
    const std::size_t without = all - report_.count_files();
    if (without == 0 || migrations::runs_programs(foreign_.table.tool)) return;
    report_.notes.push_back(std::to_string(without) + " of " + std::to_string(all) +
                            " have no file in " + folder_.string() +
                            "; where the files are elsewhere, name their folder with --migrations "
                            "and import again before anything runs");
  }

  [[nodiscard]] std::size_t count_pending() const {
    return static_cast<std::size_t>(
        std::count_if(files_.begin(), files_.end(), [&](const Migration& file) {
          const bool known = std::any_of(known_.begin(), known_.end(), [&](const auto& row) {
            return row.version == file.version && claimed_.count(&row) == 0 &&
                   row.state != "imported";
          });
          return !known && taken_.count(file.version) == 0;
        }));
  }

  // An empty table was rather emptied than reverted to the last row.
  void find_gone() {
    if (report_.migrations.empty()) return;
    for (const AppliedMigration& row : known_) {
      if (row.state == "imported" && claimed_.count(&row) == 0 && is_gone(row)) {
        report_.gone.push_back(row);
      }
    }
  }

  [[nodiscard]] bool is_gone(const AppliedMigration& row) const {
    if (row.imported_from.empty()) return is_gone_by_version(row);
    if (row.imported_from != from_) return false;
    if (foreign_.is_high_water_mark) return row.version > mark_;
    return !misses_revisions_;
  }

  // What had a file is not gone where files are missed, which would have said its version.
  [[nodiscard]] bool is_gone_by_version(const AppliedMigration& row) const {
    if (taken_.count(row.version) != 0) return false;
    const bool misses_files =
        std::any_of(report_.migrations.begin(), report_.migrations.end(),
                    [](const auto& one) { return !one.has_file && is_made_up(one.row.version); });
    return !misses_files || row.checksum.empty();
  }

  // Every file up to the mark was applied.
  void expand_mark() {
    if (foreign_.entries.empty()) return;
    const ForeignEntry mark = foreign_.entries.front();
    if (mark.failed) {
      throw Refused("golang-migrate stopped half-way in version " + printable(mark.version) +
                    " (dirty); put that right with its \"force\" first; nothing was imported");
    }
    mark_ = Version(mark.version);
    std::vector<ForeignEntry> all;
    for (const Migration& file : files_) {
      if (file.version > mark_) continue;
      ForeignEntry& entry = all.emplace_back();
      entry.file = file.file;
      entry.version = file.version.text();
      entry.id = entry.version.substr(
          std::min(entry.version.find_first_not_of('0'), entry.version.size()));
      entry.name = file.name;
    }
    if (all.empty() || Version(all.back().version) != mark_) all.push_back(mark);
    foreign_.entries = std::move(all);
  }

  void expand_heads() {
    std::vector<std::string> heads;
    for (const ForeignEntry& entry : foreign_.entries) heads.push_back(entry.file);
    std::vector<ForeignEntry> all;
    for (const AlembicRevision& revision : alembic_history(folder_, heads)) {
      ForeignEntry& entry = all.emplace_back();
      entry.id = revision.id;
      entry.file = revision.id;
      entry.name = revision.id + (revision.name.empty() ? "" : "_" + revision.name);
      misses_revisions_ = misses_revisions_ || !revision.has_file;
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

  // Flyway never runs what is not newer than its baseline.
  void expand_baseline() {
    std::vector<ForeignEntry> below;
    for (const ForeignEntry& baseline : foreign_.entries) {
      if (!baseline.is_baseline) continue;
      for (const Migration& file : files_) {
        const bool has_entry = std::any_of(
            foreign_.entries.begin(), foreign_.entries.end(),
            [&](const ForeignEntry& one) { return Version(one.version) == file.version; });
        if (has_entry || file.version > Version(baseline.version)) continue;
        ForeignEntry& entry = below.emplace_back(baseline);
        entry.file = file.file;
        entry.id = file.version.text();
        entry.version = entry.id;
        entry.name = file.name;
      }
    }
    foreign_.entries.insert(foreign_.entries.begin(), below.begin(), below.end());
  }

  const Migration* file_of(const ForeignEntry& entry) const {
    for (const Migration& file : files_) {
      if (migrations::is_file_of(file, entry.file)) return &file;
    }
    if (foreign_.table.tool == "sqitch") return only_file_named(entry);
    if (entry.version.empty()) return nullptr;
    const Version version(entry.version);
    const auto found = std::find_if(files_.begin(), files_.end(),
                                    [&](const Migration& m) { return m.version == version; });
    return found == files_.end() ? nullptr : &*found;
  }

  // Of a change whose time in the plan is another one: nothing else can be meant where the plan and
  // the database have one of that name each.
  [[nodiscard]] const Migration* only_file_named(const ForeignEntry& entry) const {
    const auto project = [](const std::string& name) { return name.substr(0, name.find(':')); };
    std::vector<const Migration*> files;
    for (const Migration& file : files_) {
      const std::string own = project(file.name_elsewhere());
      const bool same_project = own.empty() || own == project(entry.id);
      if (same_project && file.name == entry.name) files.push_back(&file);
    }
    const auto entries = std::count_if(
        foreign_.entries.begin(), foreign_.entries.end(), [&](const ForeignEntry& one) {
          return one.name == entry.name && project(one.id) == project(entry.id);
        });
    return files.size() == 1 && entries == 1 ? files.front() : nullptr;
  }

  // The row that this entry has already.
  const AppliedMigration* row_of(const ForeignEntry& entry, const Migration* file) const {
    for (const AppliedMigration& row : known_) {
      if (row.imported_from == from_ && row.imported_as == entry.id) return &row;
    }
    for (const AppliedMigration& row : known_) {
      if (!row.imported_from.empty() || row.state != "imported" || claimed_.count(&row) != 0) {
        continue;
      }
      const bool by_version = !entry.version.empty() && row.version == Version(entry.version);
      const bool by_file = file != nullptr && row.version == file->version;
      const bool by_name = is_made_up(row.version) && row.name == entry.name;
      if (by_version || by_file || by_name) return &row;
    }
    return nullptr;
  }

  void take(const ForeignEntry& entry) {
    const Migration* file = file_of(entry);
    if (entry.failed) {
      if (!ran_here(entry, file)) report_.failed.push_back(entry.file);
      return;
    }
    const AppliedMigration* known = row_of(entry, file);
    if (known != nullptr) claimed_.insert(known);
    if (file != nullptr && known != nullptr && is_occupied(file->version, *known)) {
      report_.notes.push_back(entry.file + " is recorded as " + known->version.text() +
                              " and stays so: " + file->version.text() + " has a row of its own");
      file = nullptr;
    }
    ImportedMigration& own = report_.migrations.emplace_back();
    own.file = entry.file;
    own.has_file = file != nullptr;
    if (known == nullptr && file != nullptr) note_changed_file(entry, *file);
    own.row = known != nullptr ? *known : new_row(entry, file);
    AppliedMigration& row = own.row;
    if (known == nullptr || is_alone_) row.batch = batch_of(entry);
    if (known != nullptr) own.known_as = known->version;
    row.imported_from = from_;
    row.imported_as = entry.id;
    if (known != nullptr && file != nullptr) {
      // What it was when it was taken over stays what is compared with.
      if (known->version.text() != file->version.text() && known->checksum.empty()) {
        row.checksum = migrations::checksum(*file->up);
      }
      row.version = file->version;
      row.name = file->name;
    }
    taken_.insert(row.version);
  }

  // Since it failed there.
  [[nodiscard]] bool ran_here(const ForeignEntry& entry, const Migration* file) const {
    const Version version = file != nullptr ? file->version : Version(entry.version);
    return std::any_of(known_.begin(), known_.end(), [&](const AppliedMigration& row) {
      return row.version == version && row.imported_from.empty() && row.is_complete();
    });
  }

  // What it was when it ran nobody can tell; from now on it is compared with what it is.
  void note_changed_file(const ForeignEntry& entry, const Migration& file) {
    const auto same =
        migrations::is_text_of(foreign_.table.tool, read_file(file.up->path()), entry.checksum);
    if (!same.value_or(true)) {
      report_.notes.push_back(file.up->path() + " is not what " + foreign_.table.tool +
                              " applied: it was changed since, as the checksum there says");
    }
  }

  // A tool without batches reverts one at a time, in its order.
  std::int64_t batch_of(const ForeignEntry& entry) {
    return entry.batch > 0 ? entry.batch : ++last_batch_;
  }

  [[nodiscard]] AppliedMigration new_row(const ForeignEntry& entry, const Migration* file) const {
    AppliedMigration row;
    row.state = entry.is_baseline && file != nullptr ? "baseline" : "imported";
    row.version = file != nullptr ? file->version : version_of(entry);
    row.name = file != nullptr ? file->name : entry.name;
    row.checksum = file != nullptr ? migrations::checksum(*file->up) : "";
    row.applied_at = entry.applied_at;
    row.duration_ms = entry.duration_ms;
    row.applied_by = entry.applied_by;
    return row;
  }

  // By a row of something else.
  [[nodiscard]] bool is_occupied(const Version& version, const AppliedMigration& own) const {
    return std::any_of(known_.begin(), known_.end(), [&](const AppliedMigration& row) {
      return &row != &own && row.version == version && stays(row);
    });
  }

  // It is of something else, or nothing here says another version; not so what is gone.
  [[nodiscard]] bool stays(const AppliedMigration& row) const {
    if (row.imported_from != from_ || row.state != "imported") return true;
    const auto entry =
        std::find_if(foreign_.entries.begin(), foreign_.entries.end(),
                     [&](const ForeignEntry& one) { return one.id == row.imported_as; });
    if (entry == foreign_.entries.end()) return !is_gone(row);
    const Migration* file = file_of(*entry);
    return file == nullptr || file->version == row.version;
  }

  // What has no number in front, or one that is taken, gets a place of its own; the one that it had
  // before, where it had one.
  Version version_of(const ForeignEntry& entry) const {
    for (const migrations::ImportedVersion& one : before_) {
      if (one.from == from_ && one.as == entry.id) return one.version;
    }
    const std::string front = entry.version.empty() ? "0." : entry.version + ".";
    Version version(entry.version.empty() ? "0.1" : entry.version);
    for (int i = entry.version.empty() ? 2 : 1; is_taken(version); ++i) {
      version = Version(front + std::to_string(i));
    }
    return version;
  }

  [[nodiscard]] bool is_taken(const Version& version) const {
    const auto is_it = [&](const auto& row) { return row.version == version; };
    return taken_.count(version) != 0 || std::any_of(known_.begin(), known_.end(), is_it) ||
           std::any_of(before_.begin(), before_.end(), is_it);
  }

  ForeignHistory foreign_;
  const std::filesystem::path& folder_;
  const std::vector<AppliedMigration>& known_;
  std::vector<migrations::ImportedVersion> before_;  // what was imported at some time
  std::string from_;                                 // the other tool's table
  ImportReport report_;
  std::vector<Migration> files_;
  std::set<Version> taken_;
  std::set<const AppliedMigration*> claimed_;  // rows that the other tool still has
  std::int64_t last_batch_ = 0;
  bool is_alone_ = true;           // all rows are this table's: they may be numbered anew
  Version mark_;                   // golang-migrate's newest
  bool misses_revisions_ = false;  // Alembic's, before its heads
};

void log(migrations::History& history, const char* action, const AppliedMigration& row) {
  migrations::LogEntry entry;
  entry.action = action;
  entry.version = row.version;
  entry.name = row.name;
  entry.batch = row.batch;
  entry.checksum = row.checksum;
  entry.imported_from = row.imported_from;
  entry.imported_as = row.imported_as;
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

// Where other tables were imported, too, nobody knows whose the rows are that do not say it.
void forget_gone(migrations::History& history, ImportReport& report) {
  const std::vector<std::string> own = report.table.all_names();
  for (const std::string& table : history.imported_tables()) {
    if (std::find(own.begin(), own.end(), table) != own.end()) continue;
    std::erase_if(report.gone, [](const auto& row) { return row.imported_from.empty(); });
  }
  for (const AppliedMigration& row : report.gone) {
    history.remove(row.version);
    log(history, "unimport", row);
  }
}

// Rows of what is known already follow their files, and say where they came from.
void follow_files(migrations::History& history, const ImportReport& report) {
  std::vector<migrations::History::Move> moves;
  for (const ImportedMigration& one : report.migrations) {
    if (!one.known_as.empty()) moves.push_back({one.known_as, one.row});
  }
  history.move(moves);
  for (const ImportedMigration& one : report.migrations) {
    if (one.is_moved()) log(history, "import", one.row);
  }
}

void write(pg::Session& session, migrations::History& history, ImportReport& report) {
  pg::Transaction transaction(session);
  history.step_aside();
  history.create();
  history.widen();
  report.history = history.table();
  leave_reverted(session, history, report);
  forget_gone(history, report);
  follow_files(history, report);
  for (ImportedMigration& one : report.migrations) {
    if (!one.known_as.empty()) continue;
    one.is_new = history.import(one.row);
    if (one.is_new) log(history, "import", one.row);
  }
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
  ImportReport report = Importer(migrations::read_foreign_history(session, table), request.folder,
                                 known, history.imported_versions())
                            .prepare();
  if (!report.diagnostics.has_errors() && !request.dry_run) write(session, history, report);
  return report;
}

}  // namespace pgplumb::workflow
