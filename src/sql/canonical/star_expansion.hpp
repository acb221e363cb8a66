// Text in which `*` stands for the columns of the moment at which it is run, with them in its
// place.
#pragma once

#include <string>
#include <vector>

#include "sql/canonical/analyser.hpp"
#include "sql/fragment.hpp"

namespace pgplumb::sql::canon {

// All else stays as it is written. `fragment`: the reading of `text` that `stars` are of.
[[nodiscard]] std::string with_stars_expanded(const std::string& text, const Fragment& fragment,
                                              const std::vector<StarExpansion>& stars);

}  // namespace pgplumb::sql::canon
