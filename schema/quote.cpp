#include "schema/quote.hpp"

#include <algorithm>
#include <iterator>

namespace pgplumb {
namespace {

constexpr std::string_view kKeywords[] = {
#include "schema/keywords.inc"
};
static_assert(std::is_sorted(std::begin(kKeywords), std::end(kKeywords)));

bool is_start(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
bool is_safe(char c) { return is_start(c) || (c >= '0' && c <= '9'); }

bool needs_quotes(std::string_view name) {
  if (name.empty() || !is_start(name.front())) return true;
  if (!std::all_of(name.begin(), name.end(), is_safe)) return true;
  return std::binary_search(std::begin(kKeywords), std::end(kKeywords), name);
}

// `text` between two `quote`s, with those inside doubled.
std::string in_quotes(std::string_view text, char quote) {
  std::string quoted(1, quote);
  for (const char c : text) {
    if (c == quote) quoted += c;
    quoted += c;
  }
  return quoted += quote;
}

}  // namespace

std::string quote_identifier(std::string_view name) {
  return needs_quotes(name) ? in_quotes(name, '"') : std::string(name);
}

std::string quote_qualified(const QualifiedName& name) {
  if (name.space.empty()) return quote_identifier(name.name);
  return quote_identifier(name.space) + "." + quote_identifier(name.name);
}

std::string quote_literal(std::string_view text) {
  std::string quoted = in_quotes(text, '\'');
  if (text.find('\\') == std::string_view::npos) return quoted;
  std::string escaped = "E";
  for (const char c : quoted) {
    if (c == '\\') escaped += c;
    escaped += c;
  }
  return escaped;
}

}  // namespace pgplumb
