#include "migrations/changesets.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <regex>
#include <utility>

#include "base/letters.hpp"

namespace pgplumb::migrations {
namespace {

const auto kIgnoreCase = std::regex::icase | std::regex::ECMAScript;

std::string unquoted(const std::string& text) {
  return text.starts_with('"') ? text.substr(1, text.size() - 2) : text;
}

// The value of an attribute, "name:value" or "name:"a value""; nothing when it is not there.
std::optional<std::string> attribute(const std::string& attributes, const char* name) {
  const std::regex form("\\b" + std::string(name) + R"re(\s*:\s*(?:"([^"]*)"|(\S+)))re",
                        kIgnoreCase);
  std::smatch found;
  if (!std::regex_search(attributes, found, form)) return std::nullopt;
  return found[1].matched ? found[1].str() : found[2].str();
}

bool is(const char* word, const std::optional<std::string>& value) {
  return value && lowered(*value) == word;
}

// Whether a list of databases ("oracle, postgresql", "!h2", "all", "none") has this one.
bool has_postgresql(const std::string& list) {
  static const std::regex kName(R"((!?)([^,!\s]+))");
  bool has_it = false;
  bool only_exclusions = true;
  for (std::sregex_iterator at(list.begin(), list.end(), kName), end; at != end; ++at) {
    const std::string name = lowered((*at)[2].str());
    const bool excluded = (*at)[1].length() > 0;
    if (name == "none" || (excluded && name == "postgresql")) return false;
    only_exclusions = only_exclusions && excluded;
    has_it = has_it || (!excluded && (name == "postgresql" || name == "all"));
  }
  return has_it || only_exclusions;
}

struct Draft {
  std::string author;
  std::string id;
  std::string logical_file;
  bool left_out = false;
  bool no_transaction = false;
  bool has_rollback = false;
  std::string up;
  std::string down;
};

class ChangesetSplitter {
 public:
  ChangesetSplitter(const Source& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  std::vector<Changeset> run(const std::string& number) {
    read_lines();
    std::vector<Changeset> all;
    std::size_t place = 0;
    for (Draft& draft : drafts_) {
      ++place;
      if (draft.left_out) continue;
      Changeset& own = all.emplace_back();
      own.version = Version(number + "." + std::to_string(place));
      own.logical_file = std::move(draft.logical_file);
      own.up = finished(draft.up, draft.no_transaction);
      if (draft.has_rollback) own.down = finished(draft.down, draft.no_transaction);
      own.author = std::move(draft.author);
      own.id = std::move(draft.id);
    }
    return all;
  }

 private:
  void read_lines() {
    std::string_view rest = source_->text();
    std::size_t offset = 0;
    for (;;) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      read_line(std::string(rest.substr(0, end)), offset);
      if (end == rest.size()) return;
      blank_ += '\n';
      for (Draft& draft : drafts_) {
        draft.up += '\n';
        draft.down += '\n';
      }
      rest.remove_prefix(end + 1);
      offset += end + 1;
    }
  }

  void read_line(std::string line, std::size_t offset) {
    if (line.ends_with('\r')) line.back() = ' ';
    static const std::regex kChangeset(
        R"re(^\s*--\s*changeset\s+("[^"]+"|[^:"]*[^:"\s])\s*:\s*("[^"]+"|\S+)(.*)$)re",
        kIgnoreCase);
    static const std::regex kNone(R"(^\s*--\s*changeset\b)", kIgnoreCase);
    static const std::regex kRollback(R"(^(\s*--\s*rollback\s)(.*)$)", kIgnoreCase);
    static const std::regex kBlock(R"(^\s*/\*\s*liquibase\s+rollback\s*$)", kIgnoreCase);
    static const std::regex kCondition(R"(^\s*--\s*precondition)", kIgnoreCase);
    std::smatch parts;
    if (std::regex_match(line, parts, kChangeset)) return begin(parts, line, offset);
    if (std::regex_search(line, kNone)) {
      refuse("a changeset of Liquibase is named AUTHOR:ID; this has no such name", offset);
    }
    if (drafts_.empty()) {
      if (is_liquibase(line)) logical_file_ = last_part(attribute(line, "logicalFilePath"));
      return add(blank_, std::string(line.size(), ' '));
    }
    Draft& draft = drafts_.back();
    std::string up = line;
    std::string down(line.size(), ' ');
    if (std::regex_match(line, parts, kRollback)) {
      draft.has_rollback = true;
      up = down;
      static const std::regex kNothing(R"(\s*(empty|not required)\s*)", kIgnoreCase);
      const std::string text = parts[2];
      if (!std::regex_match(text, kNothing)) down = std::string(parts[1].str().size(), ' ') + text;
    } else if (in_block_ || std::regex_search(line, kBlock)) {
      draft.has_rollback = true;
      up = down;
      down = part_of_block(line);
    } else if (!draft.left_out && std::regex_search(line, kCondition)) {
      refuse("preconditions of Liquibase are not looked at; take them out", offset);
    }
    add(draft.up, up);
    add(draft.down, down);
    for (std::size_t i = 0; i + 1 < drafts_.size(); ++i) {
      add(drafts_[i].up, std::string(line.size(), ' '));
      add(drafts_[i].down, std::string(line.size(), ' '));
    }
    add(blank_, std::string(line.size(), ' '));
  }

  // Of a way down in a comment, between its first and its last line.
  std::string part_of_block(const std::string& line) {
    const std::size_t end = line.find("*/");
    const bool is_first = !in_block_;
    in_block_ = end == std::string::npos;
    const std::size_t kept = is_first ? 0 : std::min(end, line.size());
    return line.substr(0, kept) + std::string(line.size() - kept, ' ');
  }

  void begin(const std::smatch& parts, const std::string& line, std::size_t offset) {
    add(blank_, std::string(line.size(), ' '));
    for (Draft& draft : drafts_) {
      add(draft.up, std::string(line.size(), ' '));
      add(draft.down, std::string(line.size(), ' '));
    }
    Draft& own = drafts_.emplace_back();
    in_block_ = false;
    own.author = unquoted(parts[1]);
    own.id = unquoted(parts[2]);
    own.up = blank_;
    own.down = blank_;
    read_attributes(own, parts[3], offset);
  }

  void read_attributes(Draft& own, const std::string& attributes, std::size_t offset) {
    own.logical_file = last_part(attribute(attributes, "logicalFilePath"));
    if (own.logical_file.empty()) own.logical_file = logical_file_;
    own.no_transaction = is("false", attribute(attributes, "runInTransaction"));
    const auto servers = attribute(attributes, "dbms");
    own.left_out =
        is("true", attribute(attributes, "ignore")) || (servers && !has_postgresql(*servers));
    if (own.left_out) {
      diagnostics_.add(DiagnosticCode::not_run,
                       "this changeset never runs: Liquibase leaves it out, too (ignore, dbms)",
                       {source_, offset, offset});
      return;
    }
    if (is("true", attribute(attributes, "runAlways")) ||
        is("true", attribute(attributes, "runOnChange"))) {
      refuse(
          "changesets that run again (runAlways, runOnChange) are not followed; write a "
          "migration for each change",
          offset);
    }
    if (attribute(attributes, "context(?:Filter)?") || attribute(attributes, "labels")) {
      refuse(
          "Liquibase runs this changeset where its context or label is asked for, pgplumb knows "
          "neither; take the attribute out where it is to run everywhere, add ignore:true where "
          "nowhere (for Liquibase the changeset stays the same)",
          offset);
    }
    if (attribute(attributes, "endDelimiter")) {
      refuse("endDelimiter is not followed; statements end with a semicolon", offset);
    }
  }

  // Of a path.
  static std::string last_part(const std::optional<std::string>& path) {
    return path ? std::filesystem::path(*path).filename().string() : "";
  }

  void refuse(const std::string& message, std::size_t offset) {
    diagnostics_.add(DiagnosticCode::unknown_directive, message, {source_, offset, offset});
  }

  static void add(std::string& text, const std::string& line) { text += line; }

  [[nodiscard]] Source finished(std::string text, bool no_transaction) const {
    if (no_transaction) text += "\n-- pgplumb: no-transaction\n";
    return std::make_shared<const SourceText>(source_->path(), std::move(text), source_);
  }

  const Source& source_;
  Diagnostics& diagnostics_;
  std::vector<Draft> drafts_;
  std::string logical_file_;  // of the whole file
  std::string blank_;         // all lines so far, blank
  bool in_block_ = false;     // within a way down that is a comment
};

}  // namespace

bool is_liquibase(std::string_view text) {
  static const std::regex kFirst(R"(^\s*--\s*liquibase\s+formatted\s+sql)", kIgnoreCase);
  const std::string line(text.substr(0, std::min(text.find('\n'), text.size())));
  return std::regex_search(line, kFirst);
}

std::string changelog_number(const std::string& path) {
  static const std::regex kNumber(R"(\d{4}-\d{2}-\d{2}|\d+(?:\.\d+)*)");
  const std::string stem = std::filesystem::path(path).stem().string();
  std::smatch found;
  if (!std::regex_search(stem, found, kNumber)) return "";
  std::string number = found.str();
  std::erase(number, '-');
  return number;
}

std::vector<Changeset> split_changesets(const Source& source, const std::string& number,
                                        Diagnostics& diagnostics) {
  return ChangesetSplitter(source, diagnostics).run(number);
}

}  // namespace pgplumb::migrations
