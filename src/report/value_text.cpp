#include "report/value_text.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/diagnostic.hpp"

namespace pgplumb::report {
namespace {

constexpr std::size_t kLongest = 160;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (;;) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

// Cuts at a character, never within one.
std::string shortened(std::string text) {
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  return text + "…";
}

std::string shown_value(std::string_view text) {
  return text.empty() ? "(none)" : shortened(printable(text));
}

std::string line_at(const std::vector<std::string_view>& lines, std::size_t index) {
  return index < lines.size() ? "\"" + shortened(printable(lines[index])) + "\"" : "(no line)";
}

}  // namespace

ValuePair shown_values(std::string_view current, std::string_view desired) {
  const auto left = lines_of(current);
  const auto right = lines_of(desired);
  if (left.size() == 1 && right.size() == 1)
    return {shown_value(current), shown_value(desired), ""};
  const auto first = std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first;
  const auto index = static_cast<std::size_t>(first - left.begin());
  return {line_at(left, index), line_at(right, index), "line " + std::to_string(index + 1)};
}

std::string words_of(std::string_view field) {
  std::string words(field);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace pgplumb::report
