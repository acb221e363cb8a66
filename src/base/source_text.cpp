#include "base/source_text.hpp"

#include <algorithm>

namespace pgplumb {
namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

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
  const std::size_t begin = line_starts_[index];
  std::size_t end = text_.find('\n', begin);
  if (end == std::string::npos) end = text_.size();
  if (end > begin && text_[end - 1] == '\r') --end;
  return std::string_view(text_).substr(begin, end - begin);
}

LineColumn SourceSpan::position() const { return source ? source->at_offset(begin) : LineColumn{}; }

std::string SourceSpan::label() const {
  if (!source) return {};
  const LineColumn place = position();
  return source->path() + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

}  // namespace pgplumb
