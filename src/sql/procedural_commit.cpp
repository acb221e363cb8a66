#include "sql/procedural_commit.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>

namespace pgplumb::sql {
namespace {

bool is_word_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Where `closing` ends behind `begin`; the end of the text when it never does.
std::size_t behind(std::string_view text, std::string_view closing, std::size_t begin) {
  const std::size_t found = text.find(closing, begin);
  return found == std::string_view::npos ? text.size() : found + closing.size();
}

// "$tag$" at `at`, or "" when that is no dollar quote.
std::string_view dollar_tag(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && is_word_character(text[end])) ++end;
  return end < text.size() && text[end] == '$' ? text.substr(at, end + 1 - at) : std::string_view{};
}

// The end of the comment or quoted text that begins at `at`; `at` itself when none does.
std::size_t skip_quoted(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("--")) return behind(text, "\n", at);
  if (rest.starts_with("/*")) return behind(text, "*/", at + 2);
  if (rest.front() == '\'') return behind(text, "'", at + 1);
  if (rest.front() == '"') return behind(text, "\"", at + 1);
  if (rest.front() != '$') return at;
  const std::string_view tag = dollar_tag(text, at);
  return tag.empty() ? at : behind(text, tag, at + tag.size());
}

bool begins_statement_after(const std::string& word) {
  constexpr std::string_view kOpeners[] = {"BEGIN", "THEN", "ELSE", "LOOP"};
  return std::find(std::begin(kOpeners), std::end(kOpeners), word) != std::end(kOpeners);
}

}  // namespace

bool commits_by_itself(std::string_view body) {
  bool at_start = true;
  for (std::size_t i = 0; i < body.size();) {
    if (const std::size_t end = skip_quoted(body, i); end != i) {
      i = end;
    } else if (is_word_character(body[i])) {
      std::string word;
      for (; i < body.size() && is_word_character(body[i]); ++i) {
        word += static_cast<char>(std::toupper(static_cast<unsigned char>(body[i])));
      }
      if (at_start && (word == "COMMIT" || word == "ROLLBACK")) return true;
      at_start = begins_statement_after(word);
    } else {
      if (body[i] == ';') at_start = true;
      ++i;
    }
  }
  return false;
}

}  // namespace pgplumb::sql
