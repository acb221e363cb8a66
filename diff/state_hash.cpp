#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "diff/plan.hpp"
#include "schema/describe.hpp"

namespace pgplumb::diff {
namespace {

// FNV-1a: recognises a state, protects nothing.
class Hash {
 public:
  void add(std::string_view text) {
    for (const char c : text) mix(static_cast<unsigned char>(c));
    mix(0xFF);  // no text holds this byte, so neighbours can't run together
  }
  [[nodiscard]] std::string hex() const {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 0; i < text.size(); ++i) {
      text[text.size() - 1 - i] = kDigits[(value_ >> (4 * i)) & 0xF];
    }
    return text;
  }

 private:
  void mix(unsigned byte) { value_ = (value_ ^ byte) * 0x100000001b3ULL; }

  std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

// One spelling where the canonical form is certain, so that text and server hash alike.
std::string hashed(const Expression& expression) {
  return expression.canonical.empty() ? expression.text : expression.canonical;
}

template <typename T>
std::string hashed(const T& value) {
  return describe(value);
}

}  // namespace

std::string state_hash(const Catalog& catalog) {
  Hash hash;
  for (const auto& [id, object] : catalog.objects()) {
    hash.add(described(id));
    std::visit(
        [&](const auto& value) {
          using T = std::decay_t<decltype(value)>;
          for_each_field<T>(
              [&](auto field, std::size_t) { hash.add(hashed(value.*(field.member))); });
        },
        object);
  }
  return hash.hex();
}

}  // namespace pgplumb::diff
