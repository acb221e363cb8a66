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

namespace {

// Where the statement that begins at `begin` ends: a semicolon outside quotes and parentheses.
std::size_t statement_end(std::string_view text, std::size_t begin) {
  int depth = 0;
  for (std::size_t at = begin; at < text.size();) {
    if (is_quote(text[at])) {
      at = after_quoted(text, at);
      continue;
    }
    depth += depth_change(text[at]);
    if (text[at] == ';' && depth == 0) return at;
    ++at;
  }
  return text.size();
}

std::vector<std::string> statements_of(std::string_view text) {
  std::vector<std::string> statements;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = statement_end(text, begin);
    const std::string_view statement = trimmed(text.substr(begin, end - begin));
    if (!statement.empty()) statements.emplace_back(statement);
    begin = end + 1;
  }
  return statements;
}

// Position of `wanted` outside of quotes and parentheses.
std::size_t find_outside(std::string_view text, std::string_view wanted, std::size_t start) {
  int depth = 0;
  for (std::size_t at = start; at < text.size();) {
    if (depth == 0 && text.substr(at).starts_with(wanted)) return at;
    if (is_quote(text[at])) {
      at = after_quoted(text, at);
      continue;
    }
    depth += depth_change(text[at]);
    ++at;
  }
  return std::string_view::npos;
}

bool is_space_at(std::string_view text, std::size_t at) {
  return at < text.size() && kSpaces.find(text[at]) != std::string_view::npos;
}

// As find_outside; a blank or the end of the line follows.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t begin) {
  std::size_t at = find_outside(text, word, begin);
  while (at != std::string_view::npos && !is_space_at(text, at + word.size())) {
    at = find_outside(text, word, at + 1);
  }
  return at;
}

}  // namespace

// CREATE RULE name AS ON event TO relation [WHERE condition] DO [INSTEAD] action, where an action
// of several statements stands in parentheses.
RuleText rule_text(std::string_view definition) {
  constexpr std::string_view kDo = " DO";
  constexpr std::string_view kWhere = " WHERE";
  RuleText rule;
  const std::size_t to = find_outside(definition, " TO ", 0);
  if (to == std::string_view::npos) return rule;
  const std::size_t action = find_word(definition, kDo, to);
  if (action == std::string_view::npos) return rule;
  const std::size_t where = find_word(definition.substr(0, action), kWhere, to);
  if (where != std::string_view::npos) {
    const std::size_t begin = where + kWhere.size();
    rule.condition = std::string(trimmed(definition.substr(begin, action - begin)));
  }
  std::string_view rest = trimmed(definition.substr(action + kDo.size()));
  constexpr std::string_view kInstead = "INSTEAD";
  if (rest.starts_with(kInstead) && is_space_at(rest, kInstead.size())) {
    rest = trimmed(rest.substr(kInstead.size()));
  }
  if (rest.ends_with(';')) rest = trimmed(rest.substr(0, rest.size() - 1));
  if (rest == "NOTHING") return rule;
  const bool several = rest.starts_with('(') && rest.ends_with(')') &&
                       statement_end(rest.substr(1), 0) < rest.size() - 2;
  rule.actions = statements_of(several ? rest.substr(1, rest.size() - 2) : rest);
  return rule;
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
