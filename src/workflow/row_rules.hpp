// What a state demands of the values in a table's columns: checks, those of domains, and bounds of
// partitions.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "pg/server_error.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// The texts of what limits the values of one column.
[[nodiscard]] std::vector<std::string> rules_about(const Catalog& catalog, const ObjectId& relation,
                                                   const std::string& column);

// The columns that a refused row would have to have other values in; empty: it can't be told.
[[nodiscard]] std::set<std::string> refused_columns(const Catalog& catalog,
                                                    const ObjectId& relation,
                                                    const pg::ServerReport& refusal);

// Whether rows go into the table by a hash of their key, itself or above.
[[nodiscard]] bool is_chosen_by_hash(const Catalog& catalog, const ObjectId& relation);

// The columns of the partition keys that decide whether a row belongs into the table.
[[nodiscard]] std::set<std::string> key_columns(const Catalog& catalog, const ObjectId& relation);

}  // namespace pgplumb::workflow
