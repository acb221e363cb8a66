#include "sql/time_zones.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/letters.hpp"

namespace pgplumb::sql {

bool is_utc(std::string_view time_zone) {
  constexpr std::array<std::string_view, 11> kNames = {"utc",       "uct",   "gmt",  "gmt0",
                                                       "gmt+0",     "gmt-0", "zulu", "greenwich",
                                                       "universal", "00:00", "0"};
  std::string name = lowered(time_zone);
  constexpr std::string_view kFolder = "etc/";
  if (name.starts_with(kFolder)) name.erase(0, kFolder.size());
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace pgplumb::sql
