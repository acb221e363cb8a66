#include "sql/canonical/star_expansion.hpp"

#include <algorithm>
#include <utility>

namespace pgplumb::sql::canon {

std::string with_stars_expanded(const std::string& text, const Fragment& fragment,
                                const std::vector<StarExpansion>& stars) {
  std::vector<std::pair<std::size_t, std::string>> places;
  for (const StarExpansion& star : stars) {
    places.emplace_back(fragment.offset_of(star.location), star.expansion);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::string expanded = text;
  for (auto it = places.rbegin(); it != places.rend(); ++it) {
    const std::size_t star = expanded.find('*', it->first);
    if (star == std::string::npos) return text;
    expanded.replace(it->first, star + 1 - it->first, it->second);
  }
  return expanded;
}

}  // namespace pgplumb::sql::canon
