// Words of PL/pgSQL and SQL text with their places; enough to find statements, not to parse SQL.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::parse {

struct PlToken {
  enum class Kind { word, quoted_name, string, number, symbol };
  Kind kind = Kind::symbol;
  std::size_t begin = 0;  // bytes from 0
  std::size_t end = 0;
  // word: in lower case; symbol: itself (":=", "<<", ">>", ".." or one character); else as written.
  std::string text;

  [[nodiscard]] bool is_word(std::string_view word) const {
    return kind == Kind::word && text == word;
  }
  [[nodiscard]] bool is_symbol(std::string_view symbol) const {
    return kind == Kind::symbol && text == symbol;
  }
};

// Comments are left out. Text that never ends its quote is one string up to the end.
[[nodiscard]] std::vector<PlToken> scan_plpgsql(std::string_view text);

}  // namespace pgplumb::parse
