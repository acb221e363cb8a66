#include "migrations/layouts.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <regex>
#include <utility>

#include "base/files.hpp"
#include "migrations/sqitch_plan.hpp"

namespace pgplumb::migrations {
namespace {

namespace fs = std::filesystem;

bool ends_with_any_case(std::string_view text, std::string_view end) {
  if (text.size() < end.size()) return false;
  return std::equal(end.begin(), end.end(), text.end() - static_cast<std::ptrdiff_t>(end.size()),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
}

// Takes `end` off `name` when it is there.
bool strip(std::string& name, std::string_view end) {
  if (!ends_with_any_case(name, end)) return false;
  name.resize(name.size() - end.size());
  return true;
}

bool holds(const fs::path& file, const char* pattern) {
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) return false;
  return std::regex_search(read_file(file), std::regex(pattern, std::regex::icase));
}

// The parts of a version like 2026-03-01-120000 or 2026-03-01-120000-0000 at the beginning of
// `name`. The look beforehand is for the folders that have none: to make a regular expression takes
// longer than to read them.
bool match_dashes(const std::string& name, std::smatch& parts) {
  if (name.size() < 5 || name[4] != '-') return false;
  static const std::regex kDashes(R"((\d{4})-(\d{2})-(\d{2})-(\d{6})(?:-(\d{4})(?=_|$))?)");
  return std::regex_search(name, parts, kDashes, std::regex_constants::match_continuous);
}

// The parts of V1.2__name and its siblings, Flyway's.
bool match_flyway(const std::string& name, std::smatch& parts) {
  if (name.find("__") == std::string::npos) return false;
  static const std::regex kForm(R"(([VUBR])(\d+(?:[._]\d+)*)?__(.+))");
  return std::regex_match(name, parts, kForm);
}

// The parts of 007.do.name and 007.undo.name, Postgrator's.
bool match_postgrator(const std::string& name, std::smatch& parts) {
  if (name.find("do") == std::string::npos) return false;
  static const std::regex kForm(R"((\d+)\.(do|undo)(?:\.(.+))?)");
  return std::regex_match(name, parts, kForm);
}

// Version and name of "20260301120000_widen", "0007-a", "2026-03-01-120000_widen".
void take_label(std::string name, FoundFile& found) {
  std::smatch parts;
  if (match_dashes(name, parts)) {
    found.version =
        Version(parts[1].str() + parts[2].str() + parts[3].str() + parts[4].str() + parts[5].str());
    name = parts.suffix();
  } else {
    const std::string version(leading_version(name));
    found.version = Version(version);
    name.erase(0, version.size());
  }
  name.erase(0, std::min(name.find_first_not_of("_-"), name.size()));
  found.name = name;
}

class Finder {
 public:
  Finder(const fs::path& folder, Diagnostics& diagnostics)
      : folder_(folder), diagnostics_(diagnostics) {}

  std::vector<FoundFile> run() {
    find();
    refuse_dead_links();
    refuse_names();
    return std::move(found_);
  }

 private:
  void find() {
    std::error_code ignored;
    if (fs::is_regular_file(folder_ / "sqitch.plan", ignored)) {
      read_plan();
      // What pgplumb writes stands beside the plan; no other script does that has a version.
      for (const fs::path& path : list_files(folder_)) {
        if (!leading_version(path.filename().string()).empty()) take_file(path, std::nullopt);
      }
      return;
    }
    committed_ = fs::is_directory(folder_ / "committed", ignored);
    for (const fs::path& path : list_files(folder_)) take_file(path, std::nullopt);
    for (const fs::path& path : list_folders(folder_)) take_folder(path);
    for (const fs::path& path : list_folders(folder_)) take_rest(path);
  }

  // A migration that is not there would be passed over.
  void refuse_dead_links() {
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_, ignored)) {
      const bool dead = entry.is_symlink(ignored) && !entry.exists(ignored);
      if (!dead || entry.path().extension() != ".sql") continue;
      refuse(entry.path(), "this link leads to no file; put the file there, or remove the link");
    }
  }

  void refuse_names() {
    std::erase_if(found_, [&](const FoundFile& one) {
      const bool readable = is_utf8(one.path.filename().string()) && is_utf8(one.file);
      if (!readable) {
        refuse(one.path,
               "the name is not UTF-8, so the history could not keep it; rename the file");
      }
      return !readable;
    });
  }

  void refuse(const fs::path& path, const char* what) {
    diagnostics_.add(DiagnosticCode::file_name, what,
                     {std::make_shared<const SourceText>(path.string(), ""), 0, 0});
  }

  void take_folder(const fs::path& folder) {
    const std::string name = folder.filename().string();
    if (name == "up") return take_all(folder, Part::up);
    if (name == "down") return take_all(folder, Part::down);
    if (name == "committed") return take_all(folder, std::nullopt);
    if (name == "sqls") return take_sqls(folder);
    if (name.find_first_of("0123456789") == 0) take_pair(folder);
  }

  // What nothing has read: Flyway looks into folders of any depth; of all else it is said.
  void take_rest(const fs::path& folder) {
    for (const fs::path& path : list_files(folder)) {
      std::string name = path.filename().string();
      if (!strip(name, ".sql") || is_found(path)) continue;
      FoundFile found;
      found.path = path;
      found.file = path.filename().string();
      if (take_flyway(name, found) || is_left_alone(path)) continue;
      not_run(path,
              "of the folders here those are read that are called up, down, committed or sqls, and "
              "migration.sql, up.sql and down.sql in those that begin with a version");
    }
    for (const fs::path& path : list_folders(folder)) take_rest(path);
  }

  [[nodiscard]] bool is_found(const fs::path& path) const {
    return std::any_of(found_.begin(), found_.end(),
                       [&](const FoundFile& one) { return one.path == path; });
  }

  // graphile-migrate's work in progress, in pieces.
  [[nodiscard]] bool is_left_alone(const fs::path& path) const {
    return committed_ && path.parent_path() == folder_ / "current";
  }

  void take_all(const fs::path& folder, std::optional<Part> part) {
    for (const fs::path& path : list_files(folder)) take_file(path, part);
  }

  void take_file(const fs::path& path, std::optional<Part> part) {
    FoundFile found;
    found.path = path;
    std::string name = path.filename().string();
    if (strip(name, ".up.sql")) {
      found.part = Part::up;
    } else if (strip(name, ".down.sql")) {
      found.part = Part::down;
    } else if (!strip(name, ".sql")) {
      return;
    }
    if (part) found.part = *part;
    found.file = path.filename().string();
    if (take_flyway(name, found) || take_postgrator(name, found)) return;
    take_label(name, found);
    // graphile-migrate's work in progress stands beside what is committed.
    if (committed_ && found.version.empty()) return;
    found_.push_back(std::move(found));
  }

  // True when the name is of Postgrator's form.
  bool take_postgrator(const std::string& name, FoundFile& found) {
    std::smatch parts;
    if (!match_postgrator(name, parts)) return false;
    found.version = Version(parts[1]);
    found.part = parts[2] == "do" ? Part::up : Part::down;
    found.name = parts[3];
    found.any_name = true;
    found_.push_back(std::move(found));
    return true;
  }

  // True when the name is of Flyway's form.
  bool take_flyway(const std::string& name, FoundFile& found) {
    std::smatch parts;
    if (!match_flyway(name, parts)) return false;
    const std::string kind = parts[1];
    if (kind == "R" || kind == "B" || !parts[2].matched) {
      not_run(found.path, kind == "R"
                              ? "a repeatable migration of Flyway; move its statements into "
                                "a migration whenever they change"
                              : "a baseline of Flyway; \"baseline\" writes one");
      return true;
    }
    std::string version = parts[2];
    std::replace(version.begin(), version.end(), '_', '.');
    found.version = Version(version);
    found.name = parts[3];
    found.part = kind == "U" ? Part::down : Part::up;
    found.any_name = true;
    found.has_placeholders = true;
    found.no_transaction =
        holds(found.path.string() + ".conf", R"(executeInTransaction\s*=\s*false)");
    found_.push_back(std::move(found));
    return true;
  }

  void not_run(const fs::path& path, const std::string& what) {
    const auto source = std::make_shared<const SourceText>(path.string(), read_file(path));
    diagnostics_.add(DiagnosticCode::not_run, "this file never runs: " + what, {source, 0, 0});
  }

  // One folder for each migration.
  void take_pair(const fs::path& folder) {
    std::error_code ignored;
    const bool alone = holds(folder / "metadata.toml", R"(run_in_transaction\s*=\s*false)");
    for (const auto& [name, part] :
         {std::pair{"migration.sql", Part::up}, std::pair{"up.sql", Part::up},
          std::pair{"down.sql", Part::down}}) {
      if (!fs::is_regular_file(folder / name, ignored)) continue;
      FoundFile found;
      found.path = folder / name;
      found.part = part;
      found.file = folder.filename().string();
      found.no_transaction = alone;
      take_label(found.file, found);
      found_.push_back(std::move(found));
    }
  }

  void take_sqls(const fs::path& folder) {
    for (const fs::path& path : list_files(folder)) {
      FoundFile found;
      found.path = path;
      std::string name = path.filename().string();
      if (strip(name, "-up.sql")) {
        found.part = Part::up;
      } else if (strip(name, "-down.sql")) {
        found.part = Part::down;
      } else {
        continue;
      }
      found.file = name;
      take_label(name, found);
      found_.push_back(std::move(found));
    }
  }

  void read_plan() {
    const fs::path plan = folder_ / "sqitch.plan";
    const auto source = std::make_shared<const SourceText>(plan.string(), read_file(plan));
    for (const PlannedChange& change : read_sqitch_plan(source->text())) {
      const std::string script = script_of(change);
      if (script.empty()) {
        diagnostics_.add(
            DiagnosticCode::not_run,
            "there is no deploy/" + change.scripts.front() + ".sql, so this change never runs",
            {source, change.offset, change.offset});
        continue;
      }
      for (const auto& [name, part] :
           {std::pair{"deploy", Part::up}, std::pair{"revert", Part::down}}) {
        std::error_code ignored;
        const fs::path path = folder_ / name / (script + ".sql");
        if (!fs::is_regular_file(path, ignored)) continue;
        FoundFile found;
        found.path = path;
        found.part = part;
        found.version = Version(change.version);
        found.name = change.name;
        found.file = script;
        found.foreign_name = change.foreign_name;
        found_.push_back(std::move(found));
      }
    }
  }

  // The first one of those that it may have which is there to be deployed; "" = none is.
  [[nodiscard]] std::string script_of(const PlannedChange& change) const {
    std::error_code ignored;
    const auto found =
        std::find_if(change.scripts.begin(), change.scripts.end(), [&](const std::string& name) {
          return fs::is_regular_file(folder_ / "deploy" / (name + ".sql"), ignored);
        });
    return found == change.scripts.end() ? "" : *found;
  }

  const fs::path& folder_;
  Diagnostics& diagnostics_;
  std::vector<FoundFile> found_;
  bool committed_ = false;
};

}  // namespace

std::vector<FoundFile> find_migration_files(const fs::path& folder, Diagnostics& diagnostics) {
  return Finder(folder, diagnostics).run();
}

}  // namespace pgplumb::migrations
