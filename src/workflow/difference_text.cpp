#include "workflow/difference_text.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "base/diagnostic.hpp"

namespace pgplumb::workflow {
namespace {

std::string without_space(std::string text) {
  std::erase_if(text, [](unsigned char byte) { return std::isspace(byte) != 0; });
  return text;
}

std::string line_at(std::string_view text, std::size_t begin) {
  return printable(text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin));
}

// Bodies and queries are long: where they begin to differ is what a reader wants.
std::string in_many_lines(const std::string& current, const std::string& desired) {
  if (without_space(current) == without_space(desired)) return " differs in white space alone";
  const auto differ = std::mismatch(current.begin(), current.end(), desired.begin(), desired.end());
  const auto same = static_cast<std::size_t>(differ.first - current.begin());
  const std::size_t line_end = same == 0 ? std::string::npos : current.rfind('\n', same - 1);
  const std::size_t begin = line_end == std::string::npos ? 0 : line_end + 1;
  const auto line = 1 + std::count(current.begin(), differ.first, '\n');
  return " differs from line " + std::to_string(line) + " on, is " + line_at(current, begin) +
         ", wanted " + line_at(desired, begin);
}

std::string values_of(const diff::FieldChange& field) {
  const bool many = field.current.find('\n') != std::string::npos &&
                    field.desired.find('\n') != std::string::npos;
  if (many) return in_many_lines(field.current, field.desired);
  return " is " + printable(field.current) + ", wanted " + printable(field.desired);
}

}  // namespace

std::string difference_line(const diff::Change& change) {
  if (change.verb == diff::Verb::create) return described(change.id) + " is missing";
  if (change.verb == diff::Verb::drop) return described(change.id) + " is there and should not be";
  std::string text = described(change.id) + " differs";
  for (const diff::FieldChange& field : change.fields) {
    text += "; " + std::string(field.name) + values_of(field);
  }
  return text;
}

std::vector<std::string> difference_lines(const diff::Comparison& comparison) {
  std::vector<std::string> lines;
  for (const diff::Change& change : comparison.changes) {
    if (!change.folded_into) lines.push_back(difference_line(change));
  }
  return lines;
}

}  // namespace pgplumb::workflow
