// The output of a query that stands in the catalog.
#pragma once

#include "sql/canonical/symbols.hpp"

namespace pgplumb::sql::canon {

[[nodiscard]] RelationColumns query_columns(const Expression& query, Symbols& symbols);

}  // namespace pgplumb::sql::canon
