#include "sql/renaming/tokens.hpp"

#include <algorithm>
#include <array>

namespace pgplumb::sql::renaming {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::size_t found_or_end(std::string_view text, std::size_t found) {
  return std::min(found, text.size());
}

std::size_t comment_end(std::string_view text, std::size_t pos) {
  if (text[pos] == '-') return found_or_end(text, text.find_first_of("\r\n", pos));
  int depth = 0;
  do {
    const bool opens = text.substr(pos, 2) == "/*";
    const bool closes = text.substr(pos, 2) == "*/";
    depth += opens ? 1 : closes ? -1 : 0;
    pos += opens || closes ? 2 : 1;
  } while (depth > 0 && pos < text.size());
  return pos;
}

std::size_t skip_blank(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    const std::string_view two = text.substr(pos, 2);
    if (two == "--" || two == "/*") {
      pos = comment_end(text, pos);
    } else if (is_space(text[pos])) {
      ++pos;
    } else {
      break;
    }
  }
  return pos;
}

// `pos` is at the opening quote; doubled quotes are one, and a backslash escapes where asked.
std::size_t quote_end(std::string_view text, std::size_t pos, bool escapes) {
  const char quote = text[pos];
  for (std::size_t i = pos + 1; i < text.size(); ++i) {
    if (escapes && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote && i + 1 < text.size() && text[i + 1] == quote) {
      ++i;
    } else if (text[i] == quote) {
      return i + 1;
    }
  }
  return text.size();
}

std::size_t dollar_end(std::string_view text, std::size_t pos) {
  std::size_t end = pos + 1;
  while (end < text.size() && (is_letter(text[end]) || (end > pos + 1 && is_digit(text[end])))) {
    ++end;
  }
  if (end >= text.size() || text[end] != '$') return pos + 1;
  const std::string_view tag = text.substr(pos, end + 1 - pos);
  const std::size_t close = text.find(tag, end + 1);
  return close == std::string_view::npos ? text.size() : close + tag.size();
}

std::string unquoted(std::string_view quoted) {
  std::string name;
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    name += quoted[i];
    if (quoted[i] == '"') ++i;
  }
  return name;
}

// Letters right before a quote: E'…', B'…', X'…', N'…', U&'…', U&"…".
std::size_t prefixed_quote(std::string_view text, std::size_t pos) {
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : '\0'; };
  const char letter = lower(text[pos]);
  if (std::string_view("ebxn").find(letter) != std::string_view::npos && at(pos + 1) == '\'') {
    return pos + 1;
  }
  const bool unicode = letter == 'u' && at(pos + 1) == '&';
  return unicode && (at(pos + 2) == '\'' || at(pos + 2) == '"') ? pos + 2 : std::string_view::npos;
}

Token word_at(std::string_view text, std::size_t pos) {
  std::size_t end = pos;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '$')) {
    ++end;
  }
  Token token{Token::Kind::word, {pos, end}, std::string(text.substr(pos, end - pos))};
  std::transform(token.name.begin(), token.name.end(), token.name.begin(), lower);
  return token;
}

std::size_t number_end(std::string_view text, std::size_t pos) {
  while (pos < text.size() && (is_digit(text[pos]) || is_letter(text[pos]) || text[pos] == '.')) {
    ++pos;
  }
  return pos;
}

// Words that end a target list, all of them reserved.
bool ends_targets(const Token& token, const Token& before) {
  constexpr std::array kWords = {"except", "fetch",     "for",       "from",  "group",
                                 "having", "into",      "intersect", "limit", "offset",
                                 "order",  "returning", "union",     "where", "window"};
  if (token.kind != Token::Kind::word || before.is_symbol(".")) return false;
  if (token.name == "from" && before.is_word("distinct")) return false;
  if (token.name == "group" && before.is_word("within")) return false;
  return std::find(kWords.begin(), kWords.end(), token.name) != kWords.end();
}

bool opens(const Token& token) { return token.is_symbol("(") || token.is_symbol("["); }
bool closes(const Token& token) { return token.is_symbol(")") || token.is_symbol("]"); }

}  // namespace

Token next_token(std::string_view text, std::size_t offset) {
  const std::size_t pos = skip_blank(text, offset);
  if (pos >= text.size()) return {Token::Kind::end, {text.size(), text.size()}, {}};
  const char c = text[pos];
  if (is_letter(c)) {
    const std::size_t quote = prefixed_quote(text, pos);
    if (quote == std::string_view::npos) return word_at(text, pos);
    const std::size_t end = quote_end(text, quote, lower(c) == 'e');
    const bool name = text[quote] == '"';
    return {name ? Token::Kind::quoted : Token::Kind::literal, {pos, end}, {}};
  }
  if (c == '"') {
    const std::size_t end = quote_end(text, pos, false);
    return {Token::Kind::quoted, {pos, end}, unquoted(text.substr(pos, end - pos))};
  }
  if (c == '\'') return {Token::Kind::literal, {pos, quote_end(text, pos, false)}, {}};
  if (c == '$') return {Token::Kind::literal, {pos, dollar_end(text, pos)}, {}};
  if (is_digit(c)) return {Token::Kind::literal, {pos, number_end(text, pos)}, {}};
  return {Token::Kind::symbol, {pos, pos + 1}, std::string(1, c)};
}

std::vector<Token> name_at(std::string_view text, std::size_t offset) {
  std::vector<Token> parts;
  for (Token token = next_token(text, offset); token.is_name() || token.is_symbol("*");
       token = next_token(text, token.range.end)) {
    const bool star = token.is_symbol("*");
    parts.push_back(token);
    token = next_token(text, token.range.end);
    if (star || !token.is_symbol(".")) break;
  }
  return parts;
}

std::size_t target_end(std::string_view text, std::size_t begin) {
  int depth = 0;
  Token before;
  std::size_t end = begin;
  for (Token token = next_token(text, begin); token.kind != Token::Kind::end;
       token = next_token(text, end)) {
    const bool outside = depth == 0;
    if (outside && (closes(token) || token.is_symbol(",") || token.is_symbol(";") ||
                    ends_targets(token, before))) {
      break;
    }
    depth += opens(token) ? 1 : closes(token) ? -1 : 0;
    end = token.range.end;
    before = std::move(token);
  }
  return end;
}

std::size_t closing_end(std::string_view text, std::size_t begin) {
  int depth = 0;
  for (Token token = next_token(text, begin); token.kind != Token::Kind::end;
       token = next_token(text, token.range.end)) {
    depth += opens(token) ? 1 : closes(token) ? -1 : 0;
    if (depth == 0 && closes(token)) return token.range.end;
  }
  return text.size();
}

bool mentions(std::string_view text, std::string_view name) {
  for (Token token = next_token(text, 0); token.kind != Token::Kind::end;
       token = next_token(text, token.range.end)) {
    if (token.is_name() && token.name == name) return true;
  }
  return false;
}

}  // namespace pgplumb::sql::renaming
