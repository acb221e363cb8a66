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
  return words == std::string_view::npos ? std::string_view{} : line.substr(words);
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
  return comment.starts_with("+goose no transaction") ||
         (comment.starts_with("migrate:") &&
          comment.find("transaction:false") != std::string::npos);
}

constexpr std::string_view kDirective = "--pgplumb:no-transaction";

// The file's lines, those of the other direction blank, so that lines and columns stay the same.
class Part {
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
    if (current_ == Marker::none) return {source, nullptr};
    return {up_.source(source->path()), down_.source(source->path())};
  }

 private:
  Part& own() { return current_ == Marker::up ? up_ : down_; }
  Part& other() { return current_ == Marker::up ? down_ : up_; }

  Part up_;
  Part down_;
  Marker current_ = Marker::none;
};

}  // namespace

Sections split_sections(const Source& source) {
  Splitter splitter;
  std::string_view rest = source->text();
  for (;;) {
    const std::size_t end = rest.find('\n');
    splitter.add(rest.substr(0, end));
    if (end == std::string_view::npos) return splitter.sections(source);
    rest.remove_prefix(end + 1);
  }
}

}  // namespace pgplumb::migrations
