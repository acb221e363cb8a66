// Which nodes PostgreSQL's walker of raw expressions may be given.
#pragma once

#include "sql/tree.hpp"

namespace pgplumb::sql {

// Expressions that the walker knows; it raises an error for all others. Statements are not among
// them, though it knows some.
[[nodiscard]] bool can_walk(NodeTag tag);
// These, and the statements that a query, a rule or a function's body is made of.
[[nodiscard]] bool can_walk_statement(NodeTag tag);

}  // namespace pgplumb::sql
