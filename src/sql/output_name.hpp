// The name that the server gives a column made of an expression without an alias.
#pragma once

#include <optional>
#include <string>

struct Node;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::sql {

inline constexpr const char* kNoName = "?column?";

struct OutputName {
  std::string name;
  const ::Node* giver = nullptr;  // the ColumnRef, FuncCall or TypeName that it is taken from
  bool weak = false;              // a better one further out wins
};

// Nothing where the expression has none: "?column?" in a query, "expr" in the name of an index.
[[nodiscard]] std::optional<OutputName> implied_name(const ::Node* expression);

// With kNoName.
[[nodiscard]] OutputName output_name(const ::Node* expression);

}  // namespace pgplumb::sql
