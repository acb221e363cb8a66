#include "pg/masking.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "pg/connection_url.hpp"

namespace pgplumb::pg {
namespace {

bool is_space(char byte) { return std::isspace(static_cast<unsigned char>(byte)) != 0; }

bool is_word(char byte) {
  return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_';
}

bool same_letter(char a, char b) {
  return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

// Masks "user:HERE@" in the URL whose "://" is at `scheme`; gives where to go on.
std::size_t mask_credentials(std::string& text, std::size_t scheme) {
  const std::size_t begin = scheme + 3;
  const std::size_t end = std::min(text.find_first_of(" \t\r\n\"'<>", begin), text.size());
  const std::string_view token = std::string_view(text).substr(begin, end - begin);
  const std::size_t colon = token.find(':');
  const std::size_t at = token.rfind('@');
  if (at == std::string_view::npos || colon == std::string_view::npos || colon > at) return begin;
  text.replace(begin + colon + 1, at - colon - 1, kMask);
  return begin + colon + 1 + kMask.size();
}

void mask_urls(std::string& text) {
  std::size_t at = 0;
  while ((at = text.find("://", at)) != std::string::npos) at = mask_credentials(text, at);
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// One past the last byte of the value that begins at `begin`, which may be a quote.
std::size_t end_of_value(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  if (quote != '\'' && quote != '"') {
    return std::min(text.find_first_of(" \t\r\n&,;)'\"", begin), text.size());
  }
  // A literal within a literal: its quotes are doubled.
  if (text.substr(begin).starts_with("''") &&
      std::string_view(" \t\r\n,;)").find(text.substr(begin + 2, 1)) == std::string_view::npos) {
    const std::size_t end = text.find("''", begin + 2);
    return end == std::string_view::npos ? text.size() : end + 2;
  }
  std::size_t at = begin + 1;
  for (; at < text.size(); ++at) {
    const bool doubled = at + 1 < text.size() && text[at] == quote && text[at + 1] == quote;
    if (text[at] == quote && !doubled) break;
    if (text[at] == '\\' || doubled) ++at;
  }
  return std::min(at + 1, text.size());
}

// Where the literal begins that SQL has at `at`: '…', E'…', U&'…', $tag$…$tag$; npos = none.
std::size_t literal_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with('\'')) return at;
  if (rest.starts_with("E'") || rest.starts_with("e'")) return at + 1;
  if (rest.starts_with("U&'") || rest.starts_with("u&'")) return at + 2;
  return std::string_view::npos;
}

// One past the end of the text between two equal $tag$, or `at` when there is none.
std::size_t end_of_dollars(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '$') return at;
  std::size_t tag_end = at + 1;
  while (tag_end < text.size() && is_word(text[tag_end])) ++tag_end;
  if (tag_end >= text.size() || text[tag_end] != '$') return at;
  const std::string_view tag = text.substr(at, tag_end + 1 - at);
  const std::size_t close = text.find(tag, tag_end + 1);
  return close == std::string_view::npos ? at : close + tag.size();
}

// Masks the value after a "password" that ends at `word_end`. Words in a sentence have none:
// neither an equals sign or a colon nor a quoted text follows.
std::size_t mask_value(std::string& text, std::size_t word_end) {
  std::size_t at = word_end;
  if (at < text.size() && (text[at] == '"' || text[at] == '\'')) ++at;
  at = skip_spaces(text, at);
  if (text.compare(at, 2, "::") == 0) return word_end;  // the word is a value that is cast
  const bool assigned = at < text.size() && (text[at] == '=' || text[at] == ':');
  if (assigned) at = skip_spaces(text, at + 1);
  if (at >= text.size()) return word_end;
  std::size_t end = end_of_dollars(text, at);
  if (end == at) {
    const std::size_t literal = literal_at(text, at);
    if (!assigned && literal == std::string_view::npos) return word_end;
    end = end_of_value(text, literal == std::string_view::npos ? at : literal);
  }
  if (end == at) return word_end;
  text.replace(at, end - at, kMask);
  return at + kMask.size();
}

void mask_assignments(std::string& text) {
  constexpr std::string_view kWord = "password";
  auto found = text.begin();
  std::size_t at = 0;
  while ((found = std::search(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                              kWord.begin(), kWord.end(), same_letter)) != text.end()) {
    const std::size_t end = static_cast<std::size_t>(found - text.begin()) + kWord.size();
    const bool whole = end >= text.size() || !is_word(text[end]);
    at = whole ? mask_value(text, end) : end;
  }
}

}  // namespace

bool is_secret(std::string_view keyword) {
  constexpr std::array<std::string_view, 3> kSecrets = {"password", "sslpassword",
                                                        "oauth_client_secret"};
  return std::find(kSecrets.begin(), kSecrets.end(), keyword) != kSecrets.end();
}

std::string mask_secrets(std::string_view text) {
  std::string out(text);
  mask_urls(out);
  mask_assignments(out);
  return out;
}

}  // namespace pgplumb::pg
