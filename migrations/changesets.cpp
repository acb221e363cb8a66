#include "migrations/changesets.hpp"

#include <algorithm>
#include <filesystem>
#include <regex>
#include <utility>

namespace pgplumb::migrations {
namespace {

const auto kIgnoreCase = std::regex::icase | std::regex::ECMAScript;

// The number in "db.changelog-1.2.sql": "1.2"; "" when there is none.
std::string number_of(const std::string& path) {
  static const std::regex kNumber(R"(\d+(?:\.\d+)*)");
  const std::string stem = std::filesystem::path(path).stem().string();
  std::smatch found;
  return std::regex_search(stem, found, kNumber) ? found.str() : "";
}

struct Draft {
  std::string author;
  std::string id;
  bool no_transaction = false;
  bool has_rollback = false;
  std::string up;
  std::string down;
};

class Splitter {
 public:
  Splitter(const Source& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  std::vector<Changeset> run() {
    const std::string number = number_of(source_->path());
    if (number.empty()) {
      diagnostics_.add(DiagnosticCode::file_name,
                       "the name of this changelog holds no number, so its changesets have no "
                       "order among those of other files; put one into the name",
                       {source_, 0, 0});
      return {};
    }
    read_lines();
    std::vector<Changeset> all;
    for (Draft& draft : drafts_) {
      Changeset& own = all.emplace_back();
      own.version = Version(number + "." + std::to_string(all.size()));
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
    static const std::regex kChangeset(R"(^\s*--\s*changeset\s+([^:\s]+):(\S+)(.*)$)", kIgnoreCase);
    static const std::regex kRollback(R"(^(\s*--\s*rollback\s)(.*)$)", kIgnoreCase);
    static const std::regex kCondition(R"(^\s*--\s*precondition)", kIgnoreCase);
    std::smatch parts;
    if (std::regex_match(line, parts, kChangeset)) return begin(parts, line, offset);
    if (drafts_.empty()) return add(blank_, std::string(line.size(), ' '));
    Draft& draft = drafts_.back();
    std::string up = line;
    std::string down(line.size(), ' ');
    if (std::regex_match(line, parts, kRollback)) {
      draft.has_rollback = true;
      up = down;
      static const std::regex kNothing(R"(\s*(empty|not required)\s*)", kIgnoreCase);
      const std::string text = parts[2];
      if (!std::regex_match(text, kNothing)) down = std::string(parts[1].length(), ' ') + text;
    } else if (std::regex_search(line, kCondition)) {
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

  void begin(const std::smatch& parts, const std::string& line, std::size_t offset) {
    add(blank_, std::string(line.size(), ' '));
    for (Draft& draft : drafts_) {
      add(draft.up, std::string(line.size(), ' '));
      add(draft.down, std::string(line.size(), ' '));
    }
    Draft& own = drafts_.emplace_back();
    own.author = parts[1];
    own.id = parts[2];
    own.up = blank_;
    own.down = blank_;
    const std::string attributes = parts[3];
    static const std::regex kAlone(R"(runInTransaction\s*:\s*"?false)", kIgnoreCase);
    static const std::regex kAgain(R"(run(Always|OnChange)\s*:\s*"?true)", kIgnoreCase);
    static const std::regex kDelimiter(R"(endDelimiter\s*:)", kIgnoreCase);
    own.no_transaction = std::regex_search(attributes, kAlone);
    if (std::regex_search(attributes, kAgain)) {
      refuse(
          "changesets that run again (runAlways, runOnChange) are not followed; write a "
          "migration for each change",
          offset);
    }
    static const std::regex kIgnored(R"(\bignore\s*:\s*"?true)", kIgnoreCase);
    static const std::regex kServer(R"(\bdbms\s*:\s*("[^"]*"|\S+))", kIgnoreCase);
    static const std::regex kOurs(R"((^|[",\s])(postgresql|all)\b)", kIgnoreCase);
    std::smatch server;
    const bool elsewhere = std::regex_search(attributes, server, kServer) &&
                           !std::regex_search(server[1].str(), kOurs);
    if (std::regex_search(attributes, kIgnored) || elsewhere) {
      refuse(
          "Liquibase leaves this changeset out (ignore, dbms), pgplumb would run it; take it out",
          offset);
    }
    if (std::regex_search(attributes, kDelimiter)) {
      refuse("endDelimiter is not followed; statements end with a semicolon", offset);
    }
  }

  void refuse(const std::string& message, std::size_t offset) {
    diagnostics_.add(DiagnosticCode::unknown_directive, message, {source_, offset, offset});
  }

  static void add(std::string& text, const std::string& line) { text += line; }

  [[nodiscard]] Source finished(std::string text, bool no_transaction) const {
    if (no_transaction) text += "\n-- pgplumb: no-transaction\n";
    return std::make_shared<const SourceText>(source_->path(), std::move(text));
  }

  const Source& source_;
  Diagnostics& diagnostics_;
  std::vector<Draft> drafts_;
  std::string blank_;  // all lines so far, blank
};

}  // namespace

bool is_liquibase(std::string_view text) {
  static const std::regex kFirst(R"(^\s*--\s*liquibase\s+formatted\s+sql)", kIgnoreCase);
  const std::string line(text.substr(0, std::min(text.find('\n'), text.size())));
  return std::regex_search(line, kFirst);
}

std::vector<Changeset> split_changesets(const Source& source, Diagnostics& diagnostics) {
  return Splitter(source, diagnostics).run();
}

}  // namespace pgplumb::migrations
