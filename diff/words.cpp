#include "diff/words.hpp"

#include <cctype>
#include <cstdint>
#include <string_view>
#include <utility>

namespace pgplumb::diff {
namespace {

enum class Sign : std::uint8_t { none, letter, symbol };

Sign sign_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (std::isalnum(byte) != 0 || c == '_' || c == '$' || byte >= 0x80) return Sign::letter;
  return std::string_view("+-*/<>=~!@#%^&|`?").find(c) == std::string_view::npos ? Sign::none
                                                                                 : Sign::symbol;
}

class Reader {
 public:
  std::vector<Word> read(const std::string& text) {
    for (const char c : text) {
      if (c == '"') {
        quoted_ = !quoted_;
        go_on_with(Sign::none);
      } else if (quoted_) {
        go_on_with(Sign::letter);
        word_.text += c;
      } else {
        read(c);
      }
    }
    go_on_with(Sign::none);
    return std::move(words_);
  }

 private:
  void read(char c) {
    const Sign sign = sign_of(c);
    go_on_with(sign);
    if (sign == Sign::letter)
      word_.text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (sign == Sign::symbol) word_.text += c;
    if (sign == Sign::symbol && c == '%' && word_.text == "%" && touches_) {
      words_.back().names_row_or_type = true;
    }
    if (sign == Sign::none) {
      if (std::isspace(static_cast<unsigned char>(c)) == 0) after_dot_ = c == '.';
      touches_ = false;
    }
  }

  void go_on_with(Sign sign) {
    if (sign == last_) return;
    if (!word_.text.empty()) {
      word_.qualified = after_dot_;
      after_dot_ = false;
      touches_ = true;
      words_.push_back(std::exchange(word_, {}));
    }
    last_ = sign;
  }

  std::vector<Word> words_;
  Word word_;
  Sign last_ = Sign::none;
  bool quoted_ = false;
  bool after_dot_ = false;
  bool touches_ = false;  // nothing stands between the last word and this character
};

}  // namespace

std::vector<Word> words_in(const std::string& text) { return Reader().read(text); }

}  // namespace pgplumb::diff
