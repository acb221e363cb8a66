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

// The whole file, blanked but for one direction's lines.
class Part {
 public:
  explicit Part(std::size_t size) : text_(size, ' ') {}
  void keep(std::size_t offset, std::string_view line) {
    text_.replace(offset, line.size(), line);
    used_ = true;
  }
  // Writes the directive over the marker's own line, which is never shorter.
  void outside_transaction(std::size_t offset) {
    constexpr std::string_view kDirective = "--pgplumb:no-transaction";
    if (offset + kDirective.size() <= text_.size()) text_.replace(offset, kDirective.size(), kDirective);
    used_ = true;
  }
  void line_end(std::size_t offset) { text_[offset] = '\n'; }
  [[nodiscard]] Source source(const std::string& path) const {
    return used_ ? std::make_shared<const SourceText>(path, text_) : nullptr;
  }
  void mark_used() { used_ = true; }

 private:
  std::string text_;
  bool used_ = false;
};

}  // namespace

Sections split_sections(const Source& source) {
  const std::string_view text = source->text();
  Part up(text.size());
  Part down(text.size());
  Marker current = Marker::none;
  bool marked = false;
  bool all_outside = false;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view line = text.substr(begin, end - begin);
    const std::string comment = lower(comment_of(line));
    const Marker marker = marker_of(comment);
    if (marker != Marker::none) {
      current = marker;
      marked = true;
      Part& part = current == Marker::up ? up : down;
      part.mark_used();
      if (is_outside_transaction(comment) || all_outside) part.outside_transaction(begin);
    } else if (is_outside_transaction(comment)) {
      all_outside = true;
    } else if (current == Marker::up) {
      up.keep(begin, line);
    } else if (current == Marker::down) {
      down.keep(begin, line);
    }
    if (end < text.size()) {
      up.line_end(end);
      down.line_end(end);
    }
    begin = end + 1;
  }
  if (!marked) return {source, nullptr};
  return {up.source(source->path()), down.source(source->path())};
}

}  // namespace pgplumb::migrations
