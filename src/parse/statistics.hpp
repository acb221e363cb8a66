// Extended statistics as statements write them, and the names the server chooses.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parse/replay.hpp"

namespace pgplumb::parse {

// Statistics objects on the table or materialized view, by name.
[[nodiscard]] std::vector<ObjectId> statistics_of(const Catalog& catalog, const ObjectId& relation);

// What SET STATISTICS leaves: the server takes no more than 10000, and the default for less than 0.
[[nodiscard]] std::optional<int> statistics_target(const ::Node* written);

// "table_a_b_stat" in the namespace of the table. `labels`: column names, "expr" for expressions.
[[nodiscard]] QualifiedName choose_statistics_name(const ObjectId& relation,
                                                   const std::vector<std::string>& labels,
                                                   const Replay& replay);

}  // namespace pgplumb::parse
