// What indexes and the constraints that rest on one have in common.
#pragma once

#include <string>
#include <vector>

#include "diff/sql_writer.hpp"
#include "schema/kinds/index.hpp"

namespace pgplumb::diff {

// (column COLLATE c opclass DESC NULLS LAST WITH operator, (expression), …)
void write_index_elements(SqlWriter& sql, const std::vector<IndexElement>& elements);

// The names of an index's own columns, those of INCLUDE as well, as the server takes them for the
// name of a copy; an expression counts as "expr".
[[nodiscard]] std::vector<std::string> index_column_names(const Index& index);

}  // namespace pgplumb::diff
