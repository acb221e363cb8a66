// The name that a target without an alias gives its column.
#pragma once

#include <string>

struct Node;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::sql::renaming {

struct OutputName {
  std::string name;
  const ::Node* giver = nullptr;  // the ColumnRef, FuncCall or TypeName that it is taken from
  bool weak = false;              // a better one further out wins
};

// "?column?" where the expression has none.
[[nodiscard]] OutputName output_name(const ::Node* expression);

}  // namespace pgplumb::sql::renaming
