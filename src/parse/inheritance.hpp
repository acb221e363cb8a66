// What tables take over from their parents, plain inheritance and partitions alike.
#pragma once

#include <vector>

#include "parse/column_definition.hpp"
#include "parse/replay.hpp"

namespace pgplumb::parse {

enum class ChildKind { inheriting, partition };

// The columns of a new table: those of the parents merged, in their order, then its own. An own
// column of an inherited name is merged into that.
[[nodiscard]] std::vector<ColumnDraft> merged_columns(const std::vector<ObjectId>& parents,
                                                      std::vector<ColumnDraft> own, ChildKind kind,
                                                      const Replay& replay);
// The checks that a new table inherits.
void inherit_checks(const std::vector<ObjectId>& parents, const ObjectId& child, Replay& replay);

// Passes a column, or a check, that `relation` has just got on to all its children.
void pass_on_column(const ObjectId& relation, const Identifier& column, Replay& replay);
void pass_on_check(const ObjectId& check, Replay& replay);

// A table that exists becomes a child (INHERIT, ATTACH PARTITION), or is one no more: its columns
// and checks count their parents.
void join_parent(const ObjectId& parent, const ObjectId& child, ChildKind kind, Replay& replay);
void leave_parent(const ObjectId& parent, const ObjectId& child, Replay& replay);

}  // namespace pgplumb::parse
