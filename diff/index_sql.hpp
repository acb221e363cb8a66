// What indexes and the constraints that rest on one have in common.
#pragma once

#include <vector>

#include "diff/sql_writer.hpp"
#include "schema/kinds/index.hpp"

namespace pgplumb::diff {

// (column COLLATE c opclass DESC NULLS LAST WITH operator, (expression), …)
void write_index_elements(SqlWriter& sql, const std::vector<IndexElement>& elements);

// The columns as the server takes them for a generated name; an expression counts as "expr".
[[nodiscard]] std::vector<std::string> element_names(const std::vector<IndexElement>& elements);

}  // namespace pgplumb::diff
