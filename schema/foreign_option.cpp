#include "schema/foreign_option.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/failure.hpp"

namespace pgplumb {
namespace {

// Wrappers choose their own names; these words are in those of secrets. `password_required` and
// its like are switches.
constexpr std::array<std::string_view, 8> kSecretWords = {"password",   "passwd",     "passphrase",
                                                          "secret",     "token",      "credential",
                                                          "access_key", "private_key"};
constexpr std::string_view kSwitchEnd = "_required";

std::string folded(const std::string& text) {
  std::string result = text;
  for (char& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return result;
}

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

bool is_secret_option(const std::string& name) {
  const std::string word = folded(name);
  if (word.ends_with(kSwitchEnd)) return false;
  return std::any_of(kSecretWords.begin(), kSecretWords.end(), [&](std::string_view secret) {
    return word.find(secret) != std::string::npos;
  });
}

ForeignOption foreign_option(const std::string& name, const std::string& value) {
  const bool secret = is_secret_option(name);
  return {name, secret ? digest_of(value) : value, secret};
}

Verdict compare_value(const ForeignOption& current, const ForeignOption& desired) {
  return current == desired ? Verdict::equal : Verdict::different;
}

std::string describe(const ForeignOption& option) {
  return option.name + " " + (option.secret ? "****" : option.value);
}

}  // namespace pgplumb
