// The text of one file and the only place where offsets become lines and columns.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

// A place for people: line and column from 1; the column counts characters (UTF-8 code points).
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;
  bool operator==(const LineColumn&) const = default;
};

// Owns the bytes of a file as they were read. Immutable; shared by the spans that point into it.
class SourceText {
 public:
  // `path` is what is printed before the position; it is not opened.
  // `shown`: the file as it is, where `text` was made from it; lines and columns of what was kept
  // are the same in both.
  SourceText(std::string path, std::string text, std::shared_ptr<const SourceText> shown = nullptr);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  // text(); of what is a part of a file, without the lines that are blank because they are not its
  // own, the blank ones beside these, and those at both ends. Each line ends with a line feed then.
  [[nodiscard]] std::string own_text() const;

  // `offset`: bytes from 0; an offset past the end means the end.
  [[nodiscard]] LineColumn at_offset(std::size_t offset) const;
  // Byte offset of the `characters`-th character (from 1, as PostgreSQL counts) after `base` bytes.
  [[nodiscard]] std::size_t offset_of_character(std::size_t base, std::size_t characters) const;
  // The line that holds `offset`, without its line end, for people: as the file has it.
  [[nodiscard]] std::string_view line_at(std::size_t offset) const;

 private:
  [[nodiscard]] std::size_t line_index(std::size_t offset) const;
  [[nodiscard]] std::string_view own_line(std::size_t index) const;
  [[nodiscard]] std::string_view line(std::size_t index) const;

  std::string path_;
  std::string text_;
  std::shared_ptr<const SourceText> shown_;  // null: this one
  std::vector<std::size_t> line_starts_;     // byte offset of each line's first byte
};

// A place in a source; without a source it is "nowhere".
struct SourceSpan {
  std::shared_ptr<const SourceText> source;
  std::size_t begin = 0;  // bytes from 0
  std::size_t end = 0;    // one past the last byte; equal to begin where only a point is known

  [[nodiscard]] bool known() const { return source != nullptr; }
  [[nodiscard]] LineColumn position() const;
  // "file:line:column", or "" when nowhere.
  [[nodiscard]] std::string label() const;
};

}  // namespace pgplumb
