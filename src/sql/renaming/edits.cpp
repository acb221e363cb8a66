#include "sql/renaming/edits.hpp"

namespace pgplumb::sql::renaming {

std::string Edits::applied_to(std::string_view text) const {
  std::string result;
  std::size_t done = 0;
  for (const auto& [range, replacement] : edits_) {
    if (range.first < done) continue;  // inside what was replaced as a whole
    result.append(text.substr(done, range.first - done)).append(replacement);
    done = range.second;
  }
  return result.append(text.substr(done));
}

}  // namespace pgplumb::sql::renaming
