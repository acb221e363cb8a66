// canonicalize() with the names of the catalog looked up once for many expressions.
#pragma once

#include "schema/expression.hpp"
#include "sql/canonical/symbols.hpp"

namespace pgplumb::sql::canon {

void canonicalize_with(Symbols& symbols, Expression& expression,
                       const ExpressionContext& context);

// Of an expression element of an index: its type decides the default operator class. Null: unknown.
[[nodiscard]] const TypeInfo* type_of_expression(Symbols& symbols, const Expression& expression,
                                                 const ExpressionContext& context);

// The first reason why the expression is open; for tests and logs.
[[nodiscard]] std::string why_open(const Expression& expression, const ExpressionContext& context,
                                   const Catalog& catalog);

}  // namespace pgplumb::sql::canon
