#include "migrations/directory.hpp"

#include <algorithm>
#include <ctime>
#include <map>
#include <optional>
#include <utility>

#include "base/files.hpp"
#include "migrations/sections.hpp"

namespace pgplumb::migrations {
namespace {

namespace fs = std::filesystem;

enum class Direction { up, down, both };

struct FoundFile {
  fs::path path;
  Version version;
  std::string name;
  Direction direction = Direction::both;
};

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

std::optional<FoundFile> recognize(const fs::path& path, std::optional<Direction> folder) {
  FoundFile found;
  found.path = path;
  std::string name = path.filename().string();
  if (strip(name, ".up.sql")) {
    found.direction = Direction::up;
  } else if (strip(name, ".down.sql")) {
    found.direction = Direction::down;
  } else if (!strip(name, ".sql")) {
    return std::nullopt;
  }
  if (folder) found.direction = *folder;
  const std::string version(leading_version(name));
  found.version = Version(version);
  name.erase(0, version.size());
  name.erase(0, std::min(name.find_first_not_of("_-"), name.size()));
  found.name = name;
  return found;
}

SourceSpan start_of(const Source& source) { return {source, 0, 0}; }

Source read_source(const fs::path& path) {
  return std::make_shared<const SourceText>(path.string(), read_file(path));
}

class Reader {
 public:
  explicit Reader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void read_folder(const fs::path& folder, std::optional<Direction> direction) {
    for (const fs::path& path : list_files(folder)) {
      const auto file = recognize(path, direction);
      if (!file) continue;
      if (file->version.empty()) {
        diagnostics_.add(DiagnosticCode::file_name,
                         "the name has no version in front (20260301120000_name.up.sql); move the "
                         "file away or rename it",
                         start_of(read_source(path)));
      } else {
        add(*file);
      }
    }
  }

  std::vector<Migration> take() {
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
  void add(const FoundFile& file) {
    const Source source = read_source(file.path);
    Migration& migration = found_[file.version];
    if (migration.version.empty()) {
      migration.version = file.version;
      migration.name = file.name;
    } else if (migration.name != file.name) {
      return duplicate(file, source, migration);
    }
    switch (file.direction) {
      case Direction::up: return set(migration.up, source, file, migration);
      case Direction::down: return set(migration.down, source, file, migration);
      case Direction::both: return add_sections(migration, source, file);
    }
  }

  void add_sections(Migration& migration, const Source& source, const FoundFile& file) {
    Sections sections = split_sections(source);
    if (sections.up) set(migration.up, sections.up, file, migration);
    if (sections.down) set(migration.down, sections.down, file, migration);
  }

  void set(Source& slot, const Source& source, const FoundFile& file, const Migration& migration) {
    if (slot) return duplicate(file, source, migration);
    slot = source;
  }

  void duplicate(const FoundFile& file, const Source& source, const Migration& other) {
    const Source& there = other.up ? other.up : other.down;
    Diagnostic problem{DiagnosticCode::duplicate_version,
                       "version " + file.version.text() +
                           " is taken twice; give one of the two files a later version",
                       start_of(source),
                       {}};
    if (there) problem.notes.push_back({"the other file", start_of(there)});
    diagnostics_.add(std::move(problem));
  }

  Diagnostics& diagnostics_;
  std::map<Version, Migration> found_;
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
  reader.read_folder(folder, std::nullopt);
  if (fs::is_directory(folder / "up", ignored)) reader.read_folder(folder / "up", Direction::up);
  if (fs::is_directory(folder / "down", ignored)) {
    reader.read_folder(folder / "down", Direction::down);
  }
  return reader.take();
}

std::string safe_name(std::string_view name) {
  constexpr std::size_t kLongest = 80;
  std::string safe;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (upper) {
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

// One more, as a decimal number of any length.
std::string number_after(std::string digits) {
  std::erase(digits, '_');
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

}  // namespace pgplumb::migrations
