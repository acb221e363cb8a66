// Where "(row).attribute" stands in a tree: these nodes have no location of their own.
#pragma once

#include <cstddef>

#include "sql/tree.hpp"

namespace pgplumb::sql {

struct RowPlace {
  int location = -1;     // of the column or call whose value the steps begin at; -1: of neither
  std::size_t step = 0;  // how many stand between that and this one
  bool operator==(const RowPlace&) const = default;
};

// Of the step of `access` at that position.
[[nodiscard]] RowPlace row_place(const ::A_Indirection& access, std::size_t step);

}  // namespace pgplumb::sql
