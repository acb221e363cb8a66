#include "base/secrets.hpp"

#include <algorithm>
#include <array>

#include "base/letters.hpp"

namespace pgplumb {
namespace {

// People and extensions choose the names; these words are in those of secrets.
constexpr std::array<std::string_view, 8> kSecretWords = {"password",   "passwd",     "passphrase",
                                                          "secret",     "token",      "credential",
                                                          "access_key", "private_key"};
constexpr std::string_view kSwitchEnd = "_required";

bool is_word(char c) {
  const char lower = lowered(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// Past what may stand between a name and its value: a closing quote, "=", ":", spaces, an E.
std::size_t value_after(std::string_view line, std::size_t at) {
  constexpr std::string_view kBetween = "\" \t=:";
  while (at < line.size() && kBetween.find(line[at]) != std::string_view::npos) ++at;
  const bool escape = at + 1 < line.size() && lowered(line[at]) == 'e' && line[at + 1] == '\'';
  return escape ? at + 1 : at;
}

// Hides the text in single quotes that begins at `at`; where to go on.
std::size_t hide_quoted(std::string& line, std::size_t at) {
  for (++at; at < line.size(); ++at) {
    if (line[at] == '\'') {
      const bool doubled = at + 1 < line.size() && line[at + 1] == '\'';
      if (!doubled) return at + 1;
      line[at++] = '*';
    }
    line[at] = '*';
  }
  return at;
}

// 'password' between quotes is a value itself, and what follows its end no other one.
bool is_whole_literal(std::string_view line, std::size_t begin, std::size_t end) {
  if (begin == 0 || end >= line.size() || line[begin - 1] != '\'' || line[end] != '\'')
    return false;
  return std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(begin), '\'') % 2 == 1;
}

// Hides a bare value, as connection strings have it.
std::size_t hide_bare(std::string& line, std::size_t at) {
  constexpr std::string_view kEnds = " \t'\"&,;)";
  for (; at < line.size() && kEnds.find(line[at]) == std::string_view::npos; ++at) line[at] = '*';
  return at;
}

}  // namespace

bool names_secret(std::string_view name) {
  const std::string word = lowered(name);
  if (word.ends_with(kSwitchEnd)) return false;
  return std::any_of(kSecretWords.begin(), kSecretWords.end(), [&](std::string_view secret) {
    return word.find(secret) != std::string::npos;
  });
}

std::string with_hidden_secrets(std::string_view line) {
  std::string shown(line);
  for (std::size_t at = 0; at < shown.size();) {
    if (!is_word(shown[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < shown.size() && is_word(shown[end])) ++end;
    const bool secret = names_secret(std::string_view(shown).substr(at, end - at)) &&
                        !is_whole_literal(line, at, end);
    const std::size_t value = secret ? value_after(shown, end) : end;
    const bool quoted = secret && value < shown.size() && shown[value] == '\'';
    const bool assigned = shown.substr(end, value - end).find('=') != std::string::npos;
    at = end;
    if (quoted) {
      at = hide_quoted(shown, value);
    } else if (assigned) {
      at = hide_bare(shown, value);
    }
  }
  return shown;
}

}  // namespace pgplumb
