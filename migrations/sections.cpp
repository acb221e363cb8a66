#include "migrations/sections.hpp"

#include <optional>
#include <regex>
#include <string>
#include <string_view>

#include "base/letters.hpp"

namespace pgplumb::migrations {
namespace {

enum class Marker { none, up, down };

// In lower case, each run of blanks as one.
std::string words_of(std::string_view text) {
  std::string result;
  for (const char c : lowered(text)) {
    const bool blank = c == ' ' || c == '\t';
    if (!blank) result += c;
    if (blank && !result.ends_with(' ')) result += ' ';
  }
  return result;
}

// What follows the dashes of a line comment, or nothing.
std::string_view comment_of(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos || line.substr(start, 2) != "--") return {};
  const std::size_t words = line.find_first_not_of("- \t", start);
  if (words == std::string_view::npos) return {};
  return line.substr(words, line.find_last_not_of(" \t\r") + 1 - words);
}

Marker marker_of(const std::string& comment) {
  if (comment.starts_with("migrate:up") || comment.starts_with("+goose up") ||
      comment.starts_with("+migrate up") || comment.starts_with("up migration")) {
    return Marker::up;
  }
  if (comment.starts_with("migrate:down") || comment.starts_with("+goose down") ||
      comment.starts_with("+migrate down") || comment.starts_with("down migration")) {
    return Marker::down;
  }
  return Marker::none;
}

bool is_outside_transaction(const std::string& comment) {
  return comment.starts_with("+goose no transaction") || comment.starts_with("atlas:txmode none") ||
         comment.starts_with("! no-transaction") || comment == "no-transaction" ||
         (comment.starts_with("+migrate ") && comment.ends_with(" notransaction")) ||
         (comment.starts_with("migrate:") &&
          comment.find("transaction:false") != std::string::npos);
}

// "" = the line asks for nothing that is not done.
std::string not_followed(const std::string& comment) {
  if (comment.starts_with("+goose envsub on")) {
    return "goose's ENVSUB is not followed; write the values";
  }
  if (comment.starts_with("atlas:delimiter") || comment.starts_with("atlas:checkpoint")) {
    return "Atlas's delimiter and checkpoint are not followed; write plain statements";
  }
  return "";
}

// What may begin the way down in files of a tool whose markers are not read, and is hardly anything
// else: "-- Down", "-- rambler down", "/* Down Migration */", "--//@UNDO", tern's line.
bool looks_like_down(std::string_view line) {
  std::string text = lowered(line);
  const bool maybe = text.find("down") != std::string::npos ||
                     text.find("undo") != std::string::npos ||
                     text.find("drop below") != std::string::npos;
  const std::size_t start = text.find_first_not_of(" \t");
  if (!maybe || start == std::string::npos) return false;
  if (text.compare(start, 2, "--") != 0 && text.compare(start, 2, "/*") != 0) return false;
  static const std::regex kDown(
      R"(\W*(?:create above / drop below|(?:(?:\+\w+|rambler|micrate|migrat\w+)\W+)?(?:down|undo)(?:\W+(?:migration|script))?)\W*)");
  return std::regex_match(text, kDown);
}

constexpr std::string_view kDirective = "--pgplumb:no-transaction";

// The file's lines, those of the other direction blank, so that lines and columns stay the same.
class SectionText {
 public:
  void begin() { used_ = true; }
  void keep(std::string_view line) { add(line); }
  void blank(std::string_view line) { add(std::string(line.size(), ' ')); }
  void outside_transaction() { add(kDirective); }
  [[nodiscard]] Source source(const Source& whole) const {
    return used_ ? std::make_shared<const SourceText>(whole->path(), text_, whole) : nullptr;
  }

 private:
  void add(std::string_view line) {
    if (!first_) text_ += '\n';
    first_ = false;
    text_ += line;
  }

  std::string text_;
  bool first_ = true;
  bool used_ = false;
};

class SectionSplitter {
 public:
  void add(std::string_view line) {
    const std::string comment = words_of(comment_of(line));
    const Marker marker = marker_of(comment);
    if (marker != Marker::none) {
      current_ = marker;
      own().begin();
      is_outside_transaction(comment) ? own().outside_transaction() : own().blank(line);
      other().blank(line);
    } else if (is_outside_transaction(comment)) {
      // goose says it once, for both directions.
      up_.outside_transaction();
      down_.outside_transaction();
    } else if (current_ == Marker::none) {
      up_.blank(line);
      down_.blank(line);
    } else {
      own().keep(line);
      other().blank(line);
    }
  }

  [[nodiscard]] bool has_markers() const { return current_ != Marker::none; }
  [[nodiscard]] Sections sections(const Source& source) const {
    if (current_ == Marker::none) return {with_markers(source), nullptr};
    return {up_.source(source), down_.source(source)};
  }

 private:
  SectionText& own() { return current_ == Marker::up ? up_ : down_; }
  SectionText& other() { return current_ == Marker::up ? down_ : up_; }

  SectionText up_;
  SectionText down_;
  Marker current_ = Marker::none;
};

template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
  for (std::size_t offset = 0;;) {
    const std::size_t end = text.find('\n', offset);
    visit(text.substr(offset, end == std::string_view::npos ? end : end - offset), offset);
    if (end == std::string_view::npos) return;
    offset = end + 1;
  }
}

}  // namespace

Source with_markers(const Source& source) {
  bool marked = false;
  SectionText part;
  part.begin();
  for_each_line(source->text(), [&](std::string_view line, std::size_t /*offset*/) {
    const bool alone = is_outside_transaction(words_of(comment_of(line)));
    marked = marked || alone;
    alone ? part.outside_transaction() : part.keep(line);
  });
  return marked ? part.source(source) : source;
}

Sections split_sections(const Source& source, Diagnostics& diagnostics) {
  SectionSplitter splitter;
  std::optional<std::size_t> unread;
  for_each_line(source->text(), [&](std::string_view line, std::size_t offset) {
    const std::string problem = not_followed(words_of(comment_of(line)));
    if (!problem.empty()) {
      diagnostics.add(DiagnosticCode::unknown_directive, problem, {source, offset, offset});
    }
    splitter.add(line);
    if (!unread && looks_like_down(line)) unread = offset;
  });
  if (unread && !splitter.has_markers()) {
    diagnostics.add(DiagnosticCode::unknown_directive,
                    "this looks like the beginning of the way down, but not like a marker that is "
                    "read (\"-- migrate:up\" and \"-- migrate:down\" are); both ways would run "
                    "as one: mark them, make two files, or take the line out",
                    {source, *unread, *unread});
  }
  return splitter.sections(source);
}

}  // namespace pgplumb::migrations
