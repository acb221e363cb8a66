// What a partitioned table passes on to its partitions: indexes, keys, foreign keys, row triggers.
#pragma once

#include "parse/replay.hpp"

struct PartitionBoundSpec;  // PostgreSQL's; sql/tree.hpp
struct PartitionSpec;       // PostgreSQL's

namespace pgplumb::parse {

// "FOR VALUES …" or "DEFAULT".
[[nodiscard]] Expression partition_bound(const ::PartitionBoundSpec& bound, const Replay& replay);
// PARTITION BY: strategy and key of `relation`.
void set_partition_key(const ::PartitionSpec& spec, Relation& relation, const Replay& replay);

// From PostgreSQL 17 on partitions number their rows as the table does that they belong to.
void pass_on_identity(const ObjectId& relation, const Identifier& column, Replay& replay);
// An index, key or foreign key that `id`'s relation has just got, if that is partitioned: each
// partition's own matching one is attached, or a new one made under a name the server would choose.
void pass_on_index(const ObjectId& index, Replay& replay);
// CREATE INDEX … ON ONLY: not valid as long as a partition lacks it.
void keep_index_from_partitions(const ObjectId& index, Replay& replay);
void pass_on_constraint(const ObjectId& constraint, Replay& replay);

// All of that, and row triggers, for a partition that is new or has just been attached.
void equip_partition(const ObjectId& parent, const ObjectId& partition, Replay& replay);
// The other way round for one that is detached.
void release_partition(const ObjectId& parent, const ObjectId& partition, Replay& replay);

// ALTER INDEX parent ATTACH PARTITION child; both may be the indexes of keys. The parent becomes
// valid with the last partition that it lacked.
void attach_index(const ObjectId& parent, const ObjectId& child, Replay& replay);

}  // namespace pgplumb::parse
