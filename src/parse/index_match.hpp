// Which indexes and keys of a partition the server takes for those of its partitioned table.
#pragma once

#include "schema/catalog.hpp"

namespace pgplumb::parse {

// Unknown: the server computes constants first (1 < 2 is no condition), which the text does not.
[[nodiscard]] Verdict match_index(const Index& parent, const Index& child);
// The index behind a key for an index that is none's.
[[nodiscard]] Verdict match_index(const Index& parent, const Constraint& child);

// What makes the partitioned table's key meet that of the partition.
enum class Meeting { key_is_made, partition_is_attached };
// A primary key takes a unique constraint and the other way round, on attaching up to
// PostgreSQL 16.
[[nodiscard]] bool match_key(const Constraint& parent, const Constraint& child, Meeting meeting,
                             int server_version);

}  // namespace pgplumb::parse
