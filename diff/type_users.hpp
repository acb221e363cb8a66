// What hangs on a type or a column so that the server refuses to change it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diff/scope.hpp"

namespace pgplumb::diff {

struct TypeUsers {
  std::vector<ObjectId> columns;     // that have the type
  std::vector<ObjectId> in_the_way;  // must be dropped before the type changes
  std::vector<ObjectId> facts;       // about the type: its owner, comment, privileges
};

[[nodiscard]] TypeUsers users_of_type(const ObjectId& type, const Scope& scope);

// The objects that must be dropped before the type of the column changes: views, policies,
// triggers, generated columns, routines with a parsed body, foreign keys whose other end changes,
// too. Other constraints and indexes are rebuilt by the server.
[[nodiscard]] std::vector<ObjectId> in_the_way_of_column(const ObjectId& column,
                                                         const Scope& scope);

// The table, the column's own or one under it that stays there, that is partitioned by it: the
// server changes no type there.
[[nodiscard]] std::optional<ObjectId> partitioned_by(const ObjectId& column, const Scope& scope);
// What to say then.
[[nodiscard]] std::string keeps_types(const ObjectId& partitioned);

}  // namespace pgplumb::diff
