#include "migrations/foreign_checksum.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/failure.hpp"
#include "migrations/checksum.hpp"

namespace pgplumb::migrations {
namespace {

// With line feeds, and with the two characters of another system.
std::vector<std::string> with_both_line_ends(std::string_view text) {
  std::string plain;
  std::string other;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    plain += text[i];
    if (text[i] == '\n') other += '\r';
    other += text[i];
  }
  return {std::move(plain), std::move(other)};
}

bool is_digest_of(std::string_view text, const EVP_MD* kind, const std::string& recorded) {
  const std::vector<std::string> forms = with_both_line_ends(text);
  return hex_digest(text, kind) == recorded ||
         std::any_of(forms.begin(), forms.end(),
                     [&](const std::string& form) { return hex_digest(form, kind) == recorded; });
}

// CRC-32, as zip has it.
std::uint32_t crc32(std::string_view text) {
  constexpr std::uint32_t kPolynomial = 0xEDB88320U;
  constexpr int kBits = 8;
  std::uint32_t sum = ~0U;
  for (const char c : text) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < kBits; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) * kPolynomial);
  }
  return ~sum;
}

// Flyway sums up the lines, without their ends and without a byte order mark.
bool is_flyways(std::string_view text, const std::string& recorded) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::string lines(text);
  std::erase_if(lines, [](char c) { return c == '\r' || c == '\n'; });
  return std::to_string(static_cast<std::int32_t>(crc32(lines))) == recorded;
}

}  // namespace

std::optional<bool> is_text_of(const std::string& tool, std::string_view text,
                               const std::string& recorded) {
  if (recorded.empty()) return std::nullopt;
  if (tool == "flyway") return is_flyways(text, recorded);
  if (tool == "prisma") return is_digest_of(text, EVP_sha256(), recorded);
  if (tool == "sqitch") return is_digest_of(text, EVP_sha1(), recorded);
  if (tool == "sqlx") return is_digest_of(text, EVP_sha384(), recorded);
  return std::nullopt;
}

}  // namespace pgplumb::migrations
