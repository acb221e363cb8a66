#include "introspect/server_text.hpp"

namespace pgplumb::introspect {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

// One past the quoted text that begins at `open`. A quote inside is doubled (never escaped by a
// backslash: the server doubles it in E'' strings, too), so it ends one text and begins the next.
std::size_t after_quoted(std::string_view text, std::size_t open) {
  const std::size_t close = text.find(text[open], open + 1);
  return close == std::string_view::npos ? text.size() : close + 1;
}

bool is_quote(char c) { return c == '\'' || c == '"'; }

int depth_change(char c) {
  if (c == '(' || c == '[') return 1;
  return c == ')' || c == ']' ? -1 : 0;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 0;
}

// The text between the quotes of 'it''s' or E'a\\\\b'; other text as it is.
std::string unquoted(std::string_view text) {
  const bool escapes = text.starts_with("E'");
  if (escapes) text.remove_prefix(1);
  if (text.size() < 2 || !is_quote(text.front())) return std::string(text);
  const char quote = text.front();
  std::string plain;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    const bool doubled = text[at] == quote || (escapes && text[at] == '\\');
    if (doubled && text[at + 1] == text[at] && at + 2 < text.size()) ++at;
    plain += text[at];
  }
  return plain;
}

}  // namespace

std::vector<std::string> definition_options(std::string_view text) {
  std::vector<std::string> options;
  for (const std::string& entry : split_list(text)) {
    const std::size_t equals = find_unquoted(entry, "=");
    if (equals == std::string::npos) continue;
    const std::string_view whole = entry;
    options.push_back(unquoted(trimmed(whole.substr(0, equals))) + "=" +
                      unquoted(trimmed(whole.substr(equals + 1))));
  }
  return options;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> elements;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_quote(text[at])) {
      at = after_quoted(text, at);
      continue;
    }
    depth += depth_change(text[at]);
    if (text[at] == ',' && depth == 0) {
      elements.emplace_back(trimmed(text.substr(begin, at - begin)));
      begin = at + 1;
    }
    ++at;
  }
  if (!trimmed(text).empty()) elements.emplace_back(trimmed(text.substr(begin)));
  return elements;
}

std::size_t find_unquoted(std::string_view text, std::string_view wanted, std::size_t start) {
  for (std::size_t at = start; at < text.size();) {
    if (text.substr(at).starts_with(wanted)) return at;
    at = is_quote(text[at]) ? after_quoted(text, at) : at + 1;
  }
  return std::string_view::npos;
}

std::string_view inside_parentheses(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < text.size();) {
    if (is_quote(text[at])) {
      at = after_quoted(text, at);
      continue;
    }
    depth += depth_change(text[at]);
    if (depth == 0) return text.substr(open + 1, at - open - 1);
    ++at;
  }
  return {};
}

std::string trigger_condition(std::string_view definition) {
  constexpr std::string_view kWhen = " WHEN (";
  const std::size_t when = find_unquoted(definition, kWhen);
  if (when == std::string_view::npos) return {};
  return std::string(inside_parentheses(definition, when + kWhen.size() - 1));
}

std::string trimmed_query(std::string_view text) {
  text = trimmed(text);
  if (text.ends_with(';')) text.remove_suffix(1);
  return std::string(trimmed(text));
}

std::string bytes_of(std::string_view bytea) {
  if (!bytea.starts_with("\\x")) return {};
  std::string bytes;
  for (std::size_t at = 2; at + 1 < bytea.size(); at += 2) {
    bytes += static_cast<char>(hex_digit(bytea[at]) * 16 + hex_digit(bytea[at + 1]));
  }
  return bytes;
}

}  // namespace pgplumb::introspect
