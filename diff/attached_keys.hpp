// Keys of partitions whose index is part of a plain index of the partitioned table. The server
// drops neither of the two while the other is there.
#pragma once

#include <optional>
#include <vector>

#include "diff/action.hpp"
#include "diff/scope.hpp"

namespace pgplumb::diff {

// An index of a partitioned table that some partition has none of yet.
[[nodiscard]] bool is_incomplete(const Index& index, const Catalog& catalog);

// Whether the partitioned table's index is one that does not take what fits by itself: it has
// partitions without an index, or had.
[[nodiscard]] bool must_be_attached(const QualifiedName& parent, const Scope& scope);

// ALTER INDEX parent ATTACH PARTITION: of an index, or of the one behind a key.
[[nodiscard]] Action attach_index(const ObjectId& id, const QualifiedName& relation,
                                  const ObjectId& parent);

// Whether a key rests on the index, or on one of its partitions'.
[[nodiscard]] bool holds_keys(const ObjectId& index, const Catalog& catalog);

// The partitions' keys that rest on this index, and not on a partition's.
[[nodiscard]] std::vector<ObjectId> keys_on(const ObjectId& index, const Catalog& catalog);

// The index of the partition that becomes the key: the name that it has when the statement runs.
[[nodiscard]] std::optional<Identifier> index_to_use(const ObjectId& key, const Constraint& desired,
                                                     const Scope& scope);

// The partitioned table's index that keeps `gone`, a key or an index that makes room for one, from
// being dropped, and so has to be made anew.
[[nodiscard]] std::optional<ObjectId> keeper_of(const ObjectId& gone, const Scope& scope);

}  // namespace pgplumb::diff
