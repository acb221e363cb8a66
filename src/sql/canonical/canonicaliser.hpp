// canonicalize() with the names of the catalog looked up once for many expressions.
#pragma once

#include <vector>

#include "schema/expression.hpp"
#include "sql/canonical/analyser.hpp"
#include "sql/canonical/symbols.hpp"

namespace pgplumb::sql::canon {

void canonicalize_with(Symbols& symbols, Expression& expression, const ExpressionContext& context);

// What an index or partition key knows about an expression element beside the expression.
struct ElementFacts {
  const TypeInfo* type = nullptr;  // decides the default operator class; null: unknown
  std::string collation;           // of a COLLATE around all of it, quoted; empty: none
};
[[nodiscard]] ElementFacts facts_of_element(Symbols& symbols, const Expression& expression,
                                            const ExpressionContext& context);

// The places of the expression where "(row).attribute" is picked out of a row of a known type.
[[nodiscard]] std::vector<RowField> row_fields_of(const Expression& expression,
                                                  const ExpressionContext& context,
                                                  const Catalog& catalog);

// The first reason why the expression is open; for tests and logs.
[[nodiscard]] std::string why_open(const Expression& expression, const ExpressionContext& context,
                                   const Catalog& catalog);

}  // namespace pgplumb::sql::canon
