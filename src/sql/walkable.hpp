// Which nodes PostgreSQL's walker of raw expressions may be given.
#pragma once

#include "sql/tree.hpp"

namespace pgplumb::sql {

// Expressions that the walker knows; it raises an error for all others. Statements are not among
// them, though it knows some.
[[nodiscard]] bool can_walk(NodeTag tag);

}  // namespace pgplumb::sql
