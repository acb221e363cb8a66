#include "migrations/directory.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <map>
#include <optional>
#include <utility>

#include "base/files.hpp"
#include "migrations/changesets.hpp"
#include "migrations/layouts.hpp"
#include "migrations/sections.hpp"

namespace pgplumb::migrations {
namespace {

namespace fs = std::filesystem;

SourceSpan start_of(const Source& source) { return {source, 0, 0}; }

Source read_source(const fs::path& path) {
  return std::make_shared<const SourceText>(path.string(), read_file(path));
}

// At the end, so that positions stay those of the file.
constexpr const char* kNoTransaction = "\n-- pgplumb: no-transaction\n";

class Reader {
 public:
  explicit Reader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void read(const FoundFile& file) {
    Source source = read_source(file.path);
    if (is_liquibase(source->text())) return add_changelog(file, source);
    if (file.version.empty()) {
      diagnostics_.add(DiagnosticCode::file_name,
                       "the name has no version in front (20260301120000_name.up.sql); move the "
                       "file away or rename it",
                       start_of(source));
      return;
    }
    if (file.no_transaction) {
      source = std::make_shared<const SourceText>(
          source->path(), std::string(source->text()) + kNoTransaction, source);
    }
    if (file.has_placeholders) refuse_placeholders(source);
    add(file, source);
  }

  std::vector<Migration> take() {
    add_unnumbered();
    std::vector<Migration> all;
    for (auto& [version, migration] : found_) {
      if (!migration.up) {
        diagnostics_.add(DiagnosticCode::up_missing,
                         "there is a down of version " + version.text() + " but no up",
                         start_of(migration.down));
        continue;
      }
      all.push_back(std::move(migration));
    }
    return all;
  }

 private:
  void add(const FoundFile& file, const Source& source) {
    Migration& migration = found_[file.version];
    const bool first = migration.version.empty();
    if (first) migration.version = file.version;
    if (first || (file.any_name && file.part == Part::up)) {
      migration.name = file.name;
      migration.file = file.file;
      migration.foreign_name = file.foreign_name;
    } else if (migration.name != file.name && !file.any_name) {
      return duplicate(file.version, source, migration);
    }
    switch (file.part) {
      case Part::up: return set(migration.up, with_markers(source), migration);
      case Part::down: return set(migration.down, with_markers(source), migration);
      case Part::both: return add_sections(migration, source);
    }
  }

  void add_sections(Migration& migration, const Source& source) {
    Sections sections = split_sections(source, diagnostics_);
    if (sections.up) set(migration.up, sections.up, migration);
    if (sections.down) set(migration.down, sections.down, migration);
  }

  void add_changelog(const FoundFile& file, const Source& source) {
    ++changelogs_;
    const std::string number = changelog_number(source->path());
    if (!number.empty()) return add_changesets(file, source, number);
    unnumbered_.emplace_back(file, source);
  }

  // A changelog that is the only one needs no number to have an order.
  void add_unnumbered() {
    if (changelogs_ == 1 && unnumbered_.size() == 1) {
      return add_changesets(unnumbered_[0].first, unnumbered_[0].second, "1");
    }
    for (const auto& [file, source] : unnumbered_) {
      diagnostics_.add(DiagnosticCode::file_name,
                       "the name of this changelog holds no number, so its changesets have no "
                       "order among those of other files; put one into the name, and "
                       "logicalFilePath:" +
                           printable(file.file) +
                           " into the first line, by which their history knows them",
                       start_of(source));
    }
  }

  // A file of changesets; each is a migration of its own.
  void add_changesets(const FoundFile& file, const Source& source, const std::string& number) {
    for (Changeset& one : split_changesets(source, number, diagnostics_)) {
      Migration& migration = found_[one.version];
      if (!migration.version.empty()) {
        duplicate(one.version, source, migration);
        continue;
      }
      migration.version = one.version;
      migration.name = one.id;
      migration.file = one.author + ":" + one.id + ":" +
                       (one.logical_file.empty() ? file.file : one.logical_file);
      migration.up = std::move(one.up);
      migration.down = std::move(one.down);
    }
  }

  void refuse_placeholders(const Source& source) {
    const std::size_t at = source->text().find("${");
    if (at == std::string_view::npos) return;
    diagnostics_.add(DiagnosticCode::unknown_directive,
                     "placeholders of Flyway (${name}) are not replaced; write the value",
                     {source, at, at});
  }

  void set(Source& slot, const Source& source, const Migration& migration) {
    if (slot) return duplicate(migration.version, source, migration);
    slot = source;
  }

  void duplicate(const Version& version, const Source& source, const Migration& other) {
    const Source& there = other.up ? other.up : other.down;
    Diagnostic problem{
        DiagnosticCode::duplicate_version,
        "version " + version.text() + " is taken twice; give one of the two files a later version",
        start_of(source),
        {}};
    if (there) problem.notes.push_back({"the other file", start_of(there)});
    diagnostics_.add(std::move(problem));
  }

  Diagnostics& diagnostics_;
  std::map<Version, Migration> found_;
  std::size_t changelogs_ = 0;  // of Liquibase
  std::vector<std::pair<FoundFile, Source>> unnumbered_;
};

}  // namespace

std::vector<Migration> read_directory(const fs::path& folder, Diagnostics& diagnostics) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) {
    diagnostics.add(DiagnosticCode::folder_missing,
                    "there is no folder " + printable(folder.string()) +
                        " for migrations; make it with \"pgplumb init\" or name another one");
    return {};
  }
  Reader reader(diagnostics);
  for (const FoundFile& file : find_migration_files(folder, diagnostics)) reader.read(file);
  return reader.take();
}

std::string safe_name(std::string_view name) {
  constexpr std::size_t kLongest = 80;
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  std::string safe;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool upper = is_upper(c);
    const bool plain = is_lower(c) || (c >= '0' && c <= '9');
    const bool ends_capitals =
        i > 0 && is_upper(name[i - 1]) && i + 1 < name.size() && is_lower(name[i + 1]);
    if (upper) {
      // "AddUsers" and "HTTPServer" are two words.
      const bool begins_word =
          !safe.empty() && safe.back() != '_' && (!is_upper(name[i - 1]) || ends_capitals);
      if (begins_word) safe += '_';
      safe += static_cast<char>(c - 'A' + 'a');
    } else if (plain) {
      safe += c;
    } else if (!safe.empty() && safe.back() != '_') {
      safe += '_';
    }
  }
  if (safe.size() > kLongest) safe.resize(kLongest);
  while (!safe.empty() && safe.back() == '_') safe.pop_back();
  return safe.empty() ? "migration" : safe;
}

namespace {

std::string timestamp(std::int64_t seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[16];
  const std::size_t length = std::strftime(text, sizeof text, "%Y%m%d%H%M%S", &parts);
  return {text, length};
}

// The second after a timestamp; nothing when the version is none.
std::optional<std::string> second_after(const Version& version) {
  std::string digits = version.text();
  std::erase(digits, '_');
  std::tm parts{};
  const char* end = strptime(digits.c_str(), "%Y%m%d%H%M%S", &parts);
  if (digits.size() != 14 || end == nullptr || *end != '\0') return std::nullopt;
  return timestamp(static_cast<std::int64_t>(timegm(&parts)) + 1);
}

// One more, as a decimal number of any length; of "1.9" the first part: "2".
std::string number_after(std::string digits) {
  std::erase(digits, '_');
  digits.resize(std::min(digits.find('.'), digits.size()));
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    if (*digit != '9') {
      ++*digit;
      return digits;
    }
    *digit = '0';
  }
  return "1" + digits;
}

}  // namespace

std::string next_version(const std::vector<Migration>& taken, std::int64_t now) {
  Version newest;
  for (const Migration& migration : taken) newest = std::max(newest, migration.version);
  std::string candidate = timestamp(now);
  if (Version(candidate) > newest) return candidate;
  // Written in this second, or on a machine whose clock is ahead.
  const auto after = second_after(newest);
  return after && Version(*after) > newest ? *after : number_after(newest.text());
}

std::string next_version(const std::vector<Migration>& taken) {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return next_version(taken, std::chrono::duration_cast<std::chrono::seconds>(since_1970).count());
}

}  // namespace pgplumb::migrations
