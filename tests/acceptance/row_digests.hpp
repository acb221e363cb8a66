// Whether the rows of a database are still there after a plan ran.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "diff/plan.hpp"
#include "pg/session.hpp"
#include "schema/catalog.hpp"
#include "tests/acceptance/known_gaps.hpp"

namespace pgplumb::acceptance {

struct ColumnDigest {
  std::int64_t values = 0;  // that are not null
  std::string digest;       // of all of them, whatever their order
};

// Of the rows that the table holds itself: those of partitions and children are theirs.
struct TableDigest {
  std::int64_t rows = 0;
  std::map<ObjectId, ColumnDigest> columns;
};

// By table. `catalog` says what `session`'s database holds.
using RowDigests = std::map<ObjectId, TableDigest>;
[[nodiscard]] RowDigests digests_of(const Catalog& catalog, pg::Session& session);

[[nodiscard]] std::int64_t rows_in(const RowDigests& digests);

// What both states have, renamed or not, holds what it held, except where a hazard of the plan says
// that it is lost or filled. A column whose type changed keeps the number of its values.
void require_rows_kept(const RowDigests& before, const RowDigests& after, const Catalog& current,
                       const Catalog& desired, const diff::Plan& plan, const std::string& when,
                       Problems& problems);

}  // namespace pgplumb::acceptance
