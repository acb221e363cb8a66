// What the rows of tables are, before and after: whether they survived.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "diff/compare.hpp"
#include "pg/session.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::workflow {

struct RowPrint {
  std::int64_t count = 0;
  std::map<ObjectId, std::string> columns;  // digest of the values
};

using RowPrints = std::map<ObjectId, RowPrint>;  // by table

// Of a table's own rows: those of children and partitions are theirs, whoever is their parent
// later.
[[nodiscard]] RowPrint print_rows(const ObjectId& relation, const Catalog& catalog,
                                  pg::Session& session);

// The tables of `before` that are still there, under new names where `renames` says so, and don't
// hold what they held. A column in `given_up` may be empty.
[[nodiscard]] std::vector<ObjectId> lost_rows(const RowPrints& before, const Catalog& now,
                                              const std::vector<diff::RenameHint>& renames,
                                              const std::set<ObjectId>& given_up,
                                              pg::Session& session);

// The tables that hold another number of rows.
[[nodiscard]] std::vector<ObjectId> other_counts(const RowPrints& before, const Catalog& now,
                                                 pg::Session& session);

}  // namespace pgplumb::workflow
