// Trees and pieces of trees back to SQL text. "" for what libpg_query can't print.
#pragma once

#include <string>

struct Node;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::sql {

// An expression (a_expr) as libpg_query prints it.
[[nodiscard]] std::string deparse_expression(const ::Node* expression);
// A SELECT or VALUES statement, without a semicolon.
[[nodiscard]] std::string deparse_query(const ::Node* query);
// Any statement.
[[nodiscard]] std::string deparse_statement(const ::Node* statement);

}  // namespace pgplumb::sql
