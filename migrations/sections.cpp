#include "migrations/sections.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

namespace pgplumb::migrations {
namespace {

enum class Marker { none, up, down };

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
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
      comment.starts_with("up migration")) {
    return Marker::up;
  }
  if (comment.starts_with("migrate:down") || comment.starts_with("+goose down") ||
      comment.starts_with("down migration")) {
    return Marker::down;
  }
  return Marker::none;
}

bool is_outside_transaction(const std::string& comment) {
  return comment.starts_with("+goose no transaction") || comment.starts_with("atlas:txmode none") ||
         comment.starts_with("! no-transaction") || comment == "no-transaction" ||
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

constexpr std::string_view kDirective = "--pgplumb:no-transaction";

// The file's lines, those of the other direction blank, so that lines and columns stay the same.
class SectionText {
 public:
  void begin() { used_ = true; }
  void keep(std::string_view line) { add(line); }
  void blank(std::string_view line) { add(std::string(line.size(), ' ')); }
  void outside_transaction() { add(kDirective); }
  [[nodiscard]] Source source(const std::string& path) const {
    return used_ ? std::make_shared<const SourceText>(path, text_) : nullptr;
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

class Splitter {
 public:
  void add(std::string_view line) {
    const std::string comment = lower(comment_of(line));
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

  [[nodiscard]] Sections sections(const Source& source) const {
    if (current_ == Marker::none) return {with_markers(source), nullptr};
    return {up_.source(source->path()), down_.source(source->path())};
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
    const bool alone = is_outside_transaction(lower(comment_of(line)));
    marked = marked || alone;
    alone ? part.outside_transaction() : part.keep(line);
  });
  return marked ? part.source(source->path()) : source;
}

Sections split_sections(const Source& source, Diagnostics& diagnostics) {
  Splitter splitter;
  for_each_line(source->text(), [&](std::string_view line, std::size_t offset) {
    const std::string problem = not_followed(lower(comment_of(line)));
    if (!problem.empty()) {
      diagnostics.add(DiagnosticCode::unknown_directive, problem, {source, offset, offset});
    }
    splitter.add(line);
  });
  return splitter.sections(source);
}

}  // namespace pgplumb::migrations
