#include "base/source_text.hpp"

#include <algorithm>

namespace pgplumb {
namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

SourceText::SourceText(std::string path, std::string text, std::shared_ptr<const SourceText> shown)
    : path_(std::move(path)), text_(std::move(text)), shown_(std::move(shown)) {
  line_starts_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
  }
}

std::size_t SourceText::line_index(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

LineColumn SourceText::at_offset(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::size_t index = line_index(offset);
  const auto begin = text_.begin() + static_cast<std::ptrdiff_t>(line_starts_[index]);
  const auto end = text_.begin() + static_cast<std::ptrdiff_t>(offset);
  return {index + 1, static_cast<std::size_t>(std::count_if(begin, end, starts_character)) + 1};
}

std::size_t SourceText::offset_of_character(std::size_t base, std::size_t characters) const {
  std::size_t offset = std::min(base, text_.size());
  for (std::size_t seen = 1; seen < characters && offset < text_.size(); ++seen) {
    ++offset;
    while (offset < text_.size() && !starts_character(text_[offset])) ++offset;
  }
  return offset;
}

std::string_view SourceText::line_at(std::size_t offset) const {
  return line(line_index(std::min(offset, text_.size())));
}

std::string_view SourceText::line(std::size_t index) const {
  if (shown_ && index < shown_->line_starts_.size()) return shown_->line(index);
  return own_line(index);
}

std::string_view SourceText::own_line(std::size_t index) const {
  const std::size_t begin = line_starts_[index];
  std::size_t end = text_.find('\n', begin);
  if (end == std::string::npos) end = text_.size();
  if (end > begin && text_[end - 1] == '\r') --end;
  return std::string_view(text_).substr(begin, end - begin);
}

std::string SourceText::own_text() const {
  if (!shown_) return text_;
  std::string result;
  std::string blanks;  // since the last line that is not blank
  bool is_gap = true;  // so is what they stand for: the beginning, or lines of another part
  for (std::size_t i = 0; i < line_starts_.size(); ++i) {
    const std::string_view own = own_line(i);
    if (is_blank(own)) {
      is_gap = is_gap || !is_blank(line(i));
      blanks.append(own).append("\n");
      continue;
    }
    if (!is_gap) result += blanks;
    result.append(own).append("\n");
    blanks.clear();
    is_gap = false;
  }
  return result;
}

LineColumn SourceSpan::position() const { return source ? source->at_offset(begin) : LineColumn{}; }

std::string SourceSpan::label() const {
  if (!source) return {};
  const LineColumn place = position();
  return source->path() + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

}  // namespace pgplumb
