// Triggers as CREATE TRIGGER makes them, and their clones on partitions.
#pragma once

#include <optional>

#include "schema/kinds/trigger.hpp"
#include "schema/object_id.hpp"

struct CreateTrigStmt;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// Nothing where a name in the statement means nothing: reported then.
[[nodiscard]] std::optional<Trigger> trigger_of(const ::CreateTrigStmt& statement,
                                                const ObjectId& relation, Replay& replay);

// Puts a clone of `trigger` on every partition below `relation`, as row triggers of a partitioned
// table have them.
void clone_to_partitions(const ObjectId& relation, const Identifier& name, const Trigger& trigger,
                         Replay& replay);

}  // namespace pgplumb::parse
