#include "workflow/pattern_sample.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace pgplumb::workflow {
namespace {

constexpr std::size_t kLongest = 2000;

class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : pattern_(pattern) {}

  std::optional<std::string> read() {
    std::string text = alternatives();
    if (failed_ || at_ != pattern_.size()) return std::nullopt;
    return text;
  }

 private:
  [[nodiscard]] bool at_end() const { return failed_ || at_ == pattern_.size(); }
  [[nodiscard]] char next() const { return pattern_[at_]; }
  bool take(std::string_view words) {
    if (!pattern_.substr(at_).starts_with(words)) return false;
    at_ += words.size();
    return true;
  }
  std::string fail() {
    failed_ = true;
    return {};
  }

  // The first one stands for all.
  std::string alternatives() {
    std::string first = sequence();
    while (!at_end() && take("|")) sequence();
    return first;
  }

  std::string sequence() {
    std::string text;
    while (!at_end() && next() != '|' && next() != ')') {
      const std::string one = atom();
      const std::size_t times = repetitions();
      for (std::size_t i = 0; i < times; ++i) text += one;
      if (text.size() > kLongest) return fail();
    }
    return text;
  }

  std::string atom() {
    if (take("^") || take("$")) return {};
    if (take("(")) return group();
    if (take("[")) return bracket();
    if (take("\\")) return escape();
    if (take(".")) return "a";
    return std::string(1, pattern_[at_++]);
  }

  std::string group() {
    constexpr std::size_t kDeepest = 50;
    if (++depth_ > kDeepest || (take("?") && !take(":"))) return fail();
    std::string text = alternatives();
    --depth_;
    return take(")") ? text : fail();
  }

  std::string escape() {
    if (at_end()) return fail();
    const char c = pattern_[at_++];
    switch (c) {
      case 'd': return "1";
      case 'w': return "a";
      case 's': return " ";
      case 'D':
      case 'S': return "a";
      case 'W': return "-";
      case 'A':
      case 'Z':
      case 'm':
      case 'M':
      case 'y': return {};
      default: break;
    }
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) == 0;
    return plain ? std::string(1, c) : fail();
  }

  std::string bracket() {
    const bool negated = take("^");
    std::string members;
    for (bool first = true; !at_end() && (first || next() != ']'); first = false) member(members);
    if (!take("]") || members.empty()) return fail();
    if (!negated) return members.substr(0, 1);
    for (const char c : std::string_view("a1A-_ x")) {
      if (members.find(c) == std::string::npos) return std::string(1, c);
    }
    return fail();
  }

  void member(std::string& members) {
    if (take("[:")) return named_class(members);
    char begin = pattern_[at_++];
    if (begin == '\\') {
      members += escape();
      return;
    }
    const bool range = at_ + 1 < pattern_.size() && next() == '-' && pattern_[at_ + 1] != ']';
    if (!range) {
      members += begin;
      return;
    }
    const char end = pattern_[at_ + 1];
    at_ += 2;
    // Letters, digits and signs are all below.
    for (; begin <= end && begin >= ' ' && begin < '\x7f'; ++begin) members += begin;
  }

  void named_class(std::string& members) {
    struct Named {
      std::string_view name;
      std::string_view members;
    };
    constexpr std::array kNamed = {Named{"alnum:]", "a1A"},  Named{"alpha:]", "aA"},
                                   Named{"digit:]", "1230"}, Named{"lower:]", "ab"},
                                   Named{"upper:]", "AB"},   Named{"space:]", " "},
                                   Named{"xdigit:]", "a1"},  Named{"punct:]", "-"}};
    for (const Named& named : kNamed) {
      if (!take(named.name)) continue;
      members += named.members;
      return;
    }
    failed_ = true;
  }

  // As few as there may be, but for those that may be any number: one of them.
  std::size_t repetitions() {
    std::size_t times = 1;
    if (at_end() || take("+") || take("*")) {
      take("?");
    } else if (take("?")) {
      times = 0;
    } else if (take("{")) {
      times = number();
      while (!at_end() && next() != '}') ++at_;
      if (!take("}")) failed_ = true;
    }
    constexpr std::size_t kMost = 1000;
    return std::min(times, kMost);
  }

  std::size_t number() {
    std::size_t value = 0;
    constexpr std::size_t kMost = 100000;
    while (!at_end() && std::isdigit(static_cast<unsigned char>(next())) != 0) {
      value = std::min(kMost, value * 10 + static_cast<std::size_t>(pattern_[at_++] - '0'));
    }
    return value;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<std::string> text_matching(std::string_view pattern) {
  if (pattern.size() > kLongest) return std::nullopt;
  return PatternReader(pattern).read();
}

}  // namespace pgplumb::workflow
