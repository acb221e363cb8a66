#include "base/characters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace pgplumb {
namespace {

// The bytes that may follow a lead byte: how many, and the range of the first of them, which is
// what rules out overlong forms, surrogates and code points past the last one.
struct LeadByte {
  unsigned char first, last;
  std::size_t following;
  unsigned char low, high;
};

constexpr std::array<LeadByte, 9> kLeadBytes = {{
    {0x00, 0x7F, 0, 0x80, 0xBF},
    {0xC2, 0xDF, 1, 0x80, 0xBF},
    {0xE0, 0xE0, 2, 0xA0, 0xBF},
    {0xE1, 0xEC, 2, 0x80, 0xBF},
    {0xED, 0xED, 2, 0x80, 0x9F},
    {0xEE, 0xEF, 2, 0x80, 0xBF},
    {0xF0, 0xF0, 3, 0x90, 0xBF},
    {0xF1, 0xF3, 3, 0x80, 0xBF},
    {0xF4, 0xF4, 3, 0x80, 0x8F},
}};

// What a terminal obeys or does not show, and what changes how its neighbours look: controls, marks
// of direction, characters without width, ends of lines. First and last of each range.
constexpr std::array<std::pair<char32_t, char32_t>, 13> kUnseen = {{
    {0x00, 0x1F},
    {0x7F, 0x9F},
    {0xAD, 0xAD},
    {0x61C, 0x61C},
    {0x180E, 0x180E},
    {0x200B, 0x200F},
    {0x2028, 0x202E},
    {0x2060, 0x206F},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
    {0xFFF9, 0xFFFB},
    {0xE0000, 0xE007F},
    {0xE0100, 0xE01EF},
}};

std::string in_hex(char32_t code, std::size_t digits) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text;
  while (digits-- > 0) text += kHex[(code >> (4 * digits)) & 0xFU];
  return text;
}

}  // namespace

std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto lead = std::find_if(kLeadBytes.begin(), kLeadBytes.end(), [&](const LeadByte& range) {
    return byte(0) >= range.first && byte(0) <= range.last;
  });
  if (lead == kLeadBytes.end() || text.size() <= lead->following) return 0;
  if (lead->following > 0 && (byte(1) < lead->low || byte(1) > lead->high)) return 0;
  for (std::size_t i = 2; i <= lead->following; ++i) {
    if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
  }
  return lead->following + 1;
}

char32_t code_of(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  constexpr std::array<unsigned, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t code = byte(0) & kLeadBits[character.size()];
  for (std::size_t i = 1; i < character.size(); ++i) code = (code << 6U) | (byte(i) & 0x3FU);
  return code;
}

std::string clipped(const std::string& text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  const auto continues = [&](std::size_t at) { return (text[at] & '\xC0') == '\x80'; };
  while (bytes > 0 && continues(bytes)) --bytes;
  return text.substr(0, bytes);
}

bool is_seen(std::string_view character) {
  const char32_t code = code_of(character);
  return std::none_of(kUnseen.begin(), kUnseen.end(), [code](const auto& range) {
    return code >= range.first && code <= range.second;
  });
}

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    const std::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
    text.remove_prefix(character.size());
    if (length > 0 && is_seen(character)) {
      out += character;
    } else if (character.size() == 1) {
      out += "\\x" + in_hex(static_cast<unsigned char>(character[0]), 2);
    } else {
      const char32_t code = code_of(character);
      out += code > 0xFFFF ? "\\U" + in_hex(code, 8) : "\\u" + in_hex(code, 4);
    }
  }
  return out;
}

}  // namespace pgplumb
