// The name that an expression without an alias gives a column.
#pragma once

#include <string>

struct Node;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

// Of an index element: the function's, column's or type's name; "expr" where there is none.
[[nodiscard]] std::string expression_name(const ::Node* expression);
// The same from an expression's text.
[[nodiscard]] std::string expression_name(const std::string& text);

}  // namespace pgplumb::parse
