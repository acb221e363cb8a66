// How closely one state is another, both read from one server: what a person would call a
// difference, and what the way back of a migration can hardly help.
#pragma once

#include <string>
#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// From the least on. column_order: of a table (a column that is made again comes last) or a view.
// white_space: and comments, in bodies of routines in SQL or PL/pgSQL.
enum class Likeness { same, white_space, column_order, different };

struct NamedDifference {
  Likeness likeness = Likeness::different;
  std::string text;
};

// In words, in the order of the objects.
[[nodiscard]] std::vector<NamedDifference> named_differences(const Catalog& current,
                                                             const Catalog& desired);

// The greatest of them.
[[nodiscard]] Likeness likeness_of(const std::vector<NamedDifference>& differences);

}  // namespace pgplumb::workflow
