#include "schema/foreign_option.hpp"

#include <openssl/evp.h>

#include <array>
#include <string_view>

#include "base/failure.hpp"
#include "base/secrets.hpp"

namespace pgplumb {
namespace {

std::string digest_of(const std::string& text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw Failure("SHA-256 is not available in this machine's OpenSSL");
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (std::size_t i = 0; i < size; ++i) {
    hex += kDigits[digest[i] >> 4U];
    hex += kDigits[digest[i] & 0xFU];
  }
  return hex;
}

}  // namespace

ForeignOption foreign_option(const std::string& name, const std::string& value) {
  const bool secret = names_secret(name);
  return {name, secret ? digest_of(value) : value, secret};
}

Verdict compare_value(const ForeignOption& current, const ForeignOption& desired) {
  return current == desired ? Verdict::equal : Verdict::different;
}

std::string describe(const ForeignOption& option) {
  return option.name + " " + (option.secret ? "****" : option.value);
}

}  // namespace pgplumb
