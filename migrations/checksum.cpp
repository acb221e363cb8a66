#include "migrations/checksum.hpp"

#include <openssl/evp.h>

#include <array>
#include <memory>

#include "base/failure.hpp"

namespace pgplumb::migrations {
namespace {

std::string normalized(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::string result;
  result.reserve(text.size());
  for (std::size_t end = text.find("\r\n"); end != text.npos; end = text.find("\r\n")) {
    result += text.substr(0, end);
    text.remove_prefix(end + 1);
  }
  return result += text;
}

}  // namespace

std::string hex_digest(std::string_view bytes, const EVP_MD* kind) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, kind, nullptr) != 1) {
    throw Failure("this machine's OpenSSL can't make a checksum");
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text_form;
  for (unsigned int i = 0; i < size; ++i) {
    text_form += kHex[digest.at(i) >> 4U];
    text_form += kHex[digest.at(i) & 0xFU];
  }
  return text_form;
}

std::string checksum(std::string_view text) { return hex_digest(normalized(text), EVP_sha256()); }

std::string checksum(const SourceText& source) { return checksum(source.own_text()); }

std::string checksum_with(std::string_view so_far, std::string_view statement) {
  return checksum(std::string(so_far) + "\n" + std::string(statement));
}

}  // namespace pgplumb::migrations
