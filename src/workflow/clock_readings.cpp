#include "workflow/clock_readings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/letters.hpp"
#include "workflow/names_in_text.hpp"
#include "workflow/written_text.hpp"

namespace pgplumb::workflow {
namespace {

// Letters only: 'now()' and 'tomorrow 12:00' are understood as well.
bool is_clock_word(std::string_view word) {
  constexpr std::array<std::string_view, 4> kWords = {"now", "today", "tomorrow", "yesterday"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool has_clock_word(std::string_view literal) {
  std::string word;
  for (const char c : literal) {
    const char low = lowered(c);
    if (low >= 'a' && low <= 'z') {
      word += low;
    } else {
      if (is_clock_word(word)) return true;
      word.clear();
    }
  }
  return is_clock_word(word);
}

struct ClockFinder : ReferenceVisitor {
  bool found = false;
  void expression(const Expression& expression, const ExpressionContext&) {
    found = found || reads_clock(expression);
  }
};

}  // namespace

bool reads_clock(const Expression& expression) {
  if (expression.closed || expression.from_server) return false;
  return std::ranges::any_of(string_constants(expression.text), has_clock_word);
}

void take_clock_readings(Catalog& built, const Catalog& text) {
  for (const auto& [id, object] : text.objects()) {
    ClockFinder finder;
    visit_references(id, object, finder);
    Object* own = finder.found ? built.find(id) : nullptr;
    if (own == nullptr || own->index() != object.index()) continue;
    Object copy = object;
    const auto written = expressions_of(id, copy);
    const auto read = expressions_of(id, *own);
    if (written.size() != read.size()) continue;
    for (std::size_t i = 0; i < read.size(); ++i) {
      if (reads_clock(*written[i]) && !read[i]->empty()) *read[i] = std::move(*written[i]);
    }
  }
}

}  // namespace pgplumb::workflow
