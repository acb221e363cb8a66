#include "sql/canonical/star_expansion.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <utility>

#include "sql/canonical/names.hpp"
#include "sql/output_name.hpp"

namespace pgplumb::sql::canon {

std::string with_stars_expanded(const std::string& text, const Fragment& fragment,
                                const std::vector<StarExpansion>& stars) {
  std::vector<std::pair<std::size_t, std::string>> places;
  places.reserve(stars.size());
  for (const StarExpansion& star : stars) {
    places.emplace_back(fragment.offset_of(star.location), star.expansion);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::string expanded = text;
  for (auto it = places.rbegin(); it != places.rend(); ++it) {
    const std::size_t star = expanded.find('*', it->first);
    if (star == std::string::npos) return text;
    expanded.replace(it->first, star + 1 - it->first, it->second);
  }
  return expanded;
}

namespace {

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; }
bool is_of_word(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

// What follows the columns of a query, as a server prints it. Inside of an expression these words
// stand in parentheses only, but for the END of a CASE.
bool ends_columns(std::string_view word) {
  constexpr std::array<std::string_view, 14> kWords = {
      "FROM",   "WHERE", "GROUP", "HAVING", "WINDOW", "UNION", "INTERSECT",
      "EXCEPT", "ORDER", "LIMIT", "OFFSET", "FETCH",  "FOR",   "END"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// The next piece of SQL text at `at`: a quoted one, a word or a character.
std::string_view piece_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (text[at] == '\'' || text[at] == '"') {
    end = std::min(text.find(text[at], end), text.size() - 1) + 1;
  } else if (is_letter(text[at])) {
    while (end < text.size() && is_of_word(text[end])) ++end;
  }
  return text.substr(at, end - at);
}

// Without the blanks behind it.
std::size_t end_of_column(std::string_view text, std::size_t begin) {
  int depth = 0;
  int cases = 0;
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    const std::string_view piece = piece_at(text, at);
    if (piece == "(" || piece == "[") ++depth;
    if (piece == ")" || piece == "]") --depth;
    const bool ends_case = piece == "END" && cases > 0;
    const bool follows = piece == "," || piece == ";" || (ends_columns(piece) && !ends_case);
    if (depth < 0 || (depth == 0 && follows)) break;
    if (piece == "CASE") ++cases;
    if (ends_case) --cases;
    at += piece.size();
    if (piece != " " && piece != "\n") end = at;
  }
  return end;
}

}  // namespace

std::string with_names(const std::string& text, const Fragment& fragment,
                       const std::vector<int>& columns) {
  std::vector<std::size_t> places;
  places.reserve(columns.size());
  for (const int location : columns) places.push_back(fragment.offset_of(location));
  std::sort(places.begin(), places.end(), std::greater<>());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::string named = text;
  for (const std::size_t place : places) {
    named.insert(end_of_column(text, place), " AS " + quoted_name(kNoName));
  }
  return named;
}

}  // namespace pgplumb::sql::canon
