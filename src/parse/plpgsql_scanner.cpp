#include "parse/plpgsql_scanner.hpp"

#include <algorithm>
#include <array>

#include "base/letters.hpp"

namespace pgplumb::parse {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80U;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<PlToken> run() {
    while (skip_blank(), at_ < text_.size()) scan_one();
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool looking_at(std::string_view what) const {
    return text_.substr(at_, what.size()) == what;
  }

  void skip_blank() {
    for (;;) {
      if (is_space(peek()) && at_ < text_.size())
        ++at_;
      else if (looking_at("--"))
        at_ = std::min(text_.find('\n', at_), text_.size());
      else if (looking_at("/*"))
        skip_comment();
      else
        return;
    }
  }

  void skip_comment() {
    int depth = 0;
    do {
      if (looking_at("/*")) {
        ++depth;
        at_ += 2;
      } else if (looking_at("*/")) {
        --depth;
        at_ += 2;
      } else {
        ++at_;
      }
    } while (depth > 0 && at_ < text_.size());
    at_ = std::min(at_, text_.size());
  }

  void scan_one() {
    const std::size_t begin = at_;
    const char c = peek();
    const bool prefixed = peek(1) == '\'' && (c == 'e' || c == 'E' || c == 'b' || c == 'B' ||
                                              c == 'x' || c == 'X' || c == 'n' || c == 'N');
    if (c == '\'' || prefixed) return scan_string(begin, c == 'e' || c == 'E');
    if (c == '"') return scan_quoted_name(begin);
    if (c == '$' && scan_dollar_quote(begin)) return;
    if (is_letter(c)) return scan_word(begin);
    if (is_digit(c)) return scan_number(begin);
    scan_symbol(begin);
  }

  void add(PlToken::Kind kind, std::size_t begin) {
    const std::string_view text = text_.substr(begin, at_ - begin);
    const bool word = kind == PlToken::Kind::word;
    tokens_.push_back({kind, begin, at_, word ? lowered(text) : std::string(text)});
  }

  void scan_string(std::size_t begin, bool escapes) {
    at_ = text_.find('\'', at_) + 1;
    while (at_ < text_.size()) {
      if (escapes && peek() == '\\')
        at_ += 2;
      else if (peek() != '\'')
        ++at_;
      else if (peek(1) == '\'')
        at_ += 2;
      else
        break;
    }
    at_ = std::min(at_ + 1, text_.size());
    add(PlToken::Kind::string, begin);
  }

  void scan_quoted_name(std::size_t begin) {
    ++at_;
    while (at_ < text_.size() && (peek() != '"' || peek(1) == '"')) at_ += peek() == '"' ? 2U : 1U;
    at_ = std::min(at_ + 1, text_.size());
    add(PlToken::Kind::quoted_name, begin);
  }

  bool scan_dollar_quote(std::size_t begin) {
    std::size_t end = at_ + 1;
    while (end < text_.size() &&
           (is_letter(text_[end]) || (end > at_ + 1 && is_digit(text_[end])))) {
      ++end;
    }
    if (end >= text_.size() || text_[end] != '$') return false;
    const std::string_view tag = text_.substr(at_, end + 1 - at_);
    const std::size_t close = text_.find(tag, end + 1);
    at_ = close == std::string_view::npos ? text_.size() : close + tag.size();
    add(PlToken::Kind::string, begin);
    return true;
  }

  void scan_word(std::size_t begin) {
    while (at_ < text_.size() && (is_letter(peek()) || is_digit(peek()) || peek() == '$')) ++at_;
    add(PlToken::Kind::word, begin);
  }

  void scan_number(std::size_t begin) {
    while (is_digit(peek()) || is_letter(peek()) || (peek() == '.' && peek(1) != '.')) {
      ++at_;
    }
    add(PlToken::Kind::number, begin);
  }

  void scan_symbol(std::size_t begin) {
    static constexpr std::array<std::string_view, 5> kPairs = {":=", "<<", ">>", "..", "::"};
    const bool pair = std::any_of(kPairs.begin(), kPairs.end(),
                                  [&](std::string_view symbol) { return looking_at(symbol); });
    at_ += pair ? 2U : 1U;
    add(PlToken::Kind::symbol, begin);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<PlToken> tokens_;
};

}  // namespace

std::vector<PlToken> scan_plpgsql(std::string_view text) { return Scanner(text).run(); }

}  // namespace pgplumb::parse
