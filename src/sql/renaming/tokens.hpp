// Where names stand in a text, given where a tree's nodes begin.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sql/scanner.hpp"

namespace pgplumb::sql::renaming {

struct Token {
  enum class Kind : std::uint8_t { word, quoted, literal, symbol, end };
  Kind kind = Kind::end;
  ByteRange range;
  std::string name;  // word: in lower case; quoted: without quotes; symbol: the character

  [[nodiscard]] bool is_name() const { return kind == Kind::word || kind == Kind::quoted; }
  [[nodiscard]] bool is_symbol(std::string_view symbol) const {
    return kind == Kind::symbol && name == symbol;
  }
  [[nodiscard]] bool is_word(std::string_view word) const {
    return kind == Kind::word && name == word;
  }
};

// The first token at or after `offset`; comments and spaces are none.
[[nodiscard]] Token next_token(std::string_view text, std::size_t offset);

// The parts of the dotted name that begins at `offset` ("a.b.c"; a last "*" counts).
[[nodiscard]] std::vector<Token> name_at(std::string_view text, std::size_t offset);

// One past the last byte of the item of a target list that begins at `begin`, alias included.
[[nodiscard]] std::size_t target_end(std::string_view text, std::size_t begin);

// One past the parenthesis that closes the first one at or after `begin`.
[[nodiscard]] std::size_t closing_end(std::string_view text, std::size_t begin);

// Whether a name of the text, quoted or not, reads `name`.
[[nodiscard]] bool mentions(std::string_view text, std::string_view name);

}  // namespace pgplumb::sql::renaming
