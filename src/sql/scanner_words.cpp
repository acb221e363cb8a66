#include "sql/scanner_words.hpp"

#include <algorithm>
#include <array>

namespace pgplumb::sql {
namespace {

struct Entry {
  std::string_view text;
  Word word;
};

constexpr std::array kWords = {
    Entry{"and", Word::separates},
    Entry{"at", Word::binds},
    Entry{"atomic", Word::atomic},
    Entry{"begin", Word::begin},
    Entry{"between", Word::binds},
    Entry{"case", Word::case_},
    Entry{"collate", Word::binds},
    Entry{"copy", Word::copy},
    Entry{"create", Word::create},
    Entry{"delete", Word::changes_rows},
    Entry{"end", Word::end},
    Entry{"except", Word::chains},
    Entry{"from", Word::from},
    Entry{"function", Word::function},
    Entry{"having", Word::separates},
    Entry{"ilike", Word::binds},
    Entry{"in", Word::binds},
    Entry{"insert", Word::changes_rows},
    Entry{"intersect", Word::chains},
    Entry{"is", Word::binds},
    Entry{"isnull", Word::binds},
    Entry{"join", Word::chains},
    Entry{"like", Word::binds},
    Entry{"merge", Word::changes_rows},
    Entry{"not", Word::binds},
    Entry{"notnull", Word::binds},
    Entry{"on", Word::separates},
    Entry{"operator", Word::binds},
    Entry{"or", Word::or_},
    Entry{"overlaps", Word::binds},
    Entry{"procedure", Word::procedure},
    Entry{"replace", Word::replace},
    Entry{"select", Word::separates},
    Entry{"similar", Word::binds},
    Entry{"stdin", Word::stdin_},
    Entry{"union", Word::chains},
    Entry{"update", Word::changes_rows},
    Entry{"when", Word::separates},
    Entry{"where", Word::separates},
};

constexpr std::size_t kLongest = 9;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Where the words with each first letter begin in kWords; most words fail here already.
constexpr std::array<std::uint8_t, 27> kFirst = [] {
  std::array<std::uint8_t, 27> first{};
  for (std::size_t letter = 0; letter <= 26; ++letter) {
    std::size_t count = 0;
    for (const Entry& entry : kWords) {
      if (static_cast<std::size_t>(entry.text[0] - 'a') < letter) ++count;
    }
    first[letter] = static_cast<std::uint8_t>(count);
  }
  return first;
}();

bool same(std::string_view text, std::string_view lowered) {
  return text.size() == lowered.size() && std::equal(text.begin(), text.end(), lowered.begin(),
                                                     [](char a, char b) { return lower(a) == b; });
}

}  // namespace

Word word_of(std::string_view text) {
  const char letter = lower(text.front());
  if (text.size() > kLongest || letter < 'a' || letter > 'z') return Word::other;
  const auto index = static_cast<std::size_t>(letter - 'a');
  for (std::size_t i = kFirst[index]; i < kFirst[index + 1]; ++i) {
    if (same(text, kWords[i].text)) return kWords[i].word;
  }
  return Word::other;
}

}  // namespace pgplumb::sql
