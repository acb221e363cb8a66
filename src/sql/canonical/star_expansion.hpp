// Text that a server would read otherwise later on: `*` stands for the columns of the moment at
// which it is run, and a column that the server prints without a name may be given one.
#pragma once

#include <string>
#include <vector>

#include "sql/canonical/analyser.hpp"
#include "sql/fragment.hpp"

namespace pgplumb::sql::canon {

// All else stays as it is written. `fragment`: the reading of `text` that `stars` are of.
[[nodiscard]] std::string with_stars_expanded(const std::string& text, const Fragment& fragment,
                                              const std::vector<StarExpansion>& stars);

// Printed by a server; `columns`: where those begin that have no name.
[[nodiscard]] std::string with_names(const std::string& text, const Fragment& fragment,
                                     const std::vector<int>& columns);

}  // namespace pgplumb::sql::canon
