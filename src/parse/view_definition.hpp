// A view's query with the written column names put into it.
#pragma once

#include "schema/expression.hpp"

struct List;  // PostgreSQL's; sql/tree.hpp
struct Node;

namespace pgplumb::parse {

class Replay;

// The query as it prints with `aliases` (the column list after the view's name, may be null) as
// output names: "SELECT a + 1 AS total". Where `*` stands among the outputs it is expanded first;
// when that can't be done from the text, the query stays without the names.
[[nodiscard]] Expression named_query(const ::Node* query, const ::List* aliases,
                                     const QualifiedName& view, const Replay& replay);

// The output names of `query`; `aliases` stand for the first of them. Empty when not known.
[[nodiscard]] std::vector<Identifier> view_columns(const Expression& query, const ::List* aliases,
                                                   const Replay& replay);

}  // namespace pgplumb::parse
