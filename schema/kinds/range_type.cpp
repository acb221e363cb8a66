#include "schema/kinds/range_type.hpp"

#include <algorithm>

namespace pgplumb {
namespace {

constexpr std::size_t kMaximumName = 63;  // NAMEDATALEN - 1
constexpr std::string_view kSuffix = "_multirange";

// At most `bytes` bytes, without cutting a UTF-8 character in two.
std::string clipped(const std::string& text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return text.substr(0, bytes);
}

}  // namespace

std::string chosen_multirange_name(const std::string& range) {
  const std::size_t at = range.find("range");
  if (at != std::string::npos) {
    return clipped(range.substr(0, at) + "multi" + range.substr(at), kMaximumName);
  }
  // The server cuts the name itself by bytes.
  return clipped(range.substr(0, kMaximumName - kSuffix.size()) + std::string(kSuffix),
                 kMaximumName);
}

}  // namespace pgplumb
