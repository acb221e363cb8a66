#include "sql/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <utility>

#include "base/files.hpp"
#include "sql/client_encoding.hpp"

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

std::string message_for(char byte, const std::string& encoding) {
  if (byte == '\0') return "a byte of value zero cannot stand in SQL text";
  std::array<char, 8> hex{};
  std::snprintf(hex.data(), hex.size(), "0x%02X",
                static_cast<unsigned>(static_cast<unsigned char>(byte)));
  const std::string what = "the byte " + std::string(hex.data()) + " is not ";
  const bool own = encoding == "UTF8" || encoding == "SQL_ASCII";
  return own ? what + "UTF-8; save the file as UTF-8"
             : what + encoding + ", which the file says it is in";
}

}  // namespace

bool is_sql_text(std::string_view text) { return first_refused(text) == text.size(); }

std::vector<EncodingChange> encoding_changes(std::string_view text, const Scan& scanned) {
  std::vector<EncodingChange> changes;
  if (is_plain_ascii(text)) return changes;
  std::string in_force = "UTF8";
  for (const ScannedStatement& statement : scanned.statements) {
    const SourceSpan& span = statement.text.span;
    constexpr std::size_t kLongest = 200;  // of a statement that sets nothing else
    if (span.end - span.begin > kLongest) continue;
    const std::string own = blanked(text, {span.begin, span.end}, statement.blanks);
    const std::string encoding = encoding_name(encoding_set_by(own));
    // The server refuses what it does not know, and goes on with what it had.
    if (encoding.empty() || encoding == in_force) continue;
    in_force = encoding;
    changes.push_back({span.end, encoding});
  }
  return changes;
}

namespace {

// Calls visit(encoding, begin, end) for each stretch of one encoding.
template <typename Visit>
void for_each_stretch(std::size_t size, const std::vector<EncodingChange>& changes, Visit&& visit) {
  std::string encoding = "UTF8";
  std::size_t begin = 0;
  for (const EncodingChange& change : changes) {
    visit(encoding, begin, change.begin);
    encoding = change.encoding;
    begin = change.begin;
  }
  visit(encoding, begin, size);
}

struct Refused {
  std::size_t at = 0;
  std::string encoding;
};

// In [begin, end) of the text, if anything.
std::optional<Refused> first_refused(std::string_view text,
                                     const std::vector<EncodingChange>& changes, std::size_t begin,
                                     std::size_t end) {
  std::optional<Refused> found;
  for_each_stretch(text.size(), changes, [&](const auto& encoding, auto from, auto to) {
    from = std::max(from, begin);
    to = std::min(to, end);
    if (found || from >= to) return;
    const std::string_view piece = text.substr(from, to - from);
    std::size_t at = first_refused(piece);
    if (encoding != "UTF8" && encoding != "SQL_ASCII") {
      at = std::min({piece.find('\0'), to_utf8(piece, encoding).refused, piece.size()});
    }
    if (at < piece.size()) found = Refused{from + at, encoding};
  });
  return found;
}

}  // namespace

std::string decoded(std::string_view text, const std::vector<EncodingChange>& changes) {
  std::string result;
  for_each_stretch(text.size(), changes, [&](const auto& encoding, auto from, auto to) {
    const std::string_view piece = text.substr(from, to - from);
    Utf8Text converted = to_utf8(piece, encoding);
    result += converted.refused < piece.size() ? std::string(piece) : std::move(converted.text);
  });
  return result;
}

bool report_encoding(const std::shared_ptr<const SourceText>& source, const Scan& scanned,
                     Diagnostics& diagnostics) {
  const std::string_view text = source->text();
  const auto changes = encoding_changes(text, scanned);
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= scanned.copy_data.size(); ++i) {
    const bool last = i == scanned.copy_data.size();
    const std::size_t end = last ? text.size() : scanned.copy_data[i].begin;
    if (const auto refused = first_refused(text, changes, begin, end)) {
      diagnostics.add(DiagnosticCode::not_utf8, message_for(text[refused->at], refused->encoding),
                      {source, refused->at, refused->at + 1});
      return false;
    }
    if (!last) begin = scanned.copy_data[i].end;
  }
  return true;
}

}  // namespace pgplumb::sql
