#include "sql/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/files.hpp"

namespace pgplumb::sql {
namespace {

bool is_plain_ascii(std::string_view text) {
  unsigned char seen = 0;
  for (const char c : text) seen = static_cast<unsigned char>(seen | static_cast<unsigned char>(c));
  return seen < 0x80;
}

// Offset of the first byte that a server refuses; text.size() when there is none.
std::size_t first_refused(std::string_view text) {
  const std::size_t nul = std::min(text.find('\0'), text.size());
  if (is_plain_ascii(text)) return nul;
  return std::min(nul, first_invalid_utf8(text));
}

std::string message_for(char byte) {
  if (byte == '\0') return "a byte of value zero cannot stand in SQL text";
  std::array<char, 8> hex{};
  std::snprintf(hex.data(), hex.size(), "0x%02X",
                static_cast<unsigned>(static_cast<unsigned char>(byte)));
  return "the byte " + std::string(hex.data()) + " is not UTF-8; save the file as UTF-8";
}

}  // namespace

bool is_sql_text(std::string_view text) { return first_refused(text) == text.size(); }

bool report_encoding(const std::shared_ptr<const SourceText>& source, const Scan& scanned,
                     Diagnostics& diagnostics) {
  const std::string_view text = source->text();
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= scanned.copy_data.size(); ++i) {
    const bool last = i == scanned.copy_data.size();
    const std::size_t end = last ? text.size() : scanned.copy_data[i].begin;
    const std::size_t refused = begin + first_refused(text.substr(begin, end - begin));
    if (refused < end) {
      diagnostics.add(DiagnosticCode::not_utf8, message_for(text[refused]),
                      {source, refused, refused + 1});
      return false;
    }
    if (!last) begin = scanned.copy_data[i].end;
  }
  return true;
}

}  // namespace pgplumb::sql
