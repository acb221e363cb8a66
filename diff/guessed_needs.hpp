// What an expression may use when nobody could resolve it.
#pragma once

#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb::diff {

// The query of a view or materialized view, the parsed body of a routine, the statements of a rule;
// empty for all else.
[[nodiscard]] std::vector<const Expression*> queries_of(const Catalog& catalog, const ObjectId& id);

// For an object whose query or body was not understood (open, without references): what its text
// mentions of tables with their columns, views, routines, sequences, types, operators and the like.
// Too many only cost a statement more; what needs this one in turn is left out, so that no cycle
// comes from a guess.
[[nodiscard]] std::vector<ObjectId> guessed_needs(const Catalog& catalog, const ObjectId& id);

}  // namespace pgplumb::diff
