// Characters of UTF-8, and which of them may go to a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pgplumb {

// Bytes of the character at the beginning of `text` (not empty), 0 when it is not well-formed.
[[nodiscard]] std::size_t character_length(std::string_view text);

// Of one well-formed character.
[[nodiscard]] char32_t code_of(std::string_view character);

// At most `bytes` bytes of the text, without cutting a character in two.
[[nodiscard]] std::string clipped(const std::string& text, std::size_t bytes);

// False for what a terminal obeys or does not show: controls, marks of direction, characters
// without width, ends of lines.
[[nodiscard]] bool is_seen(std::string_view character);

// `text` with everything that is not seen, and with bytes that are no UTF-8, written as \x1b,
// \u202e, \U000e0001: one line, for messages.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace pgplumb
