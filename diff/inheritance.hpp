// What tables have from their parents, so that the server makes and drops it by itself.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diff/action.hpp"
#include "diff/scope.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::diff {

// The tables that a table inherits from or is a partition of; empty for others.
[[nodiscard]] std::vector<ObjectId> parents_of(const Catalog& catalog, const ObjectId& relation);

// The tables that inherit from it directly, or are its partitions.
[[nodiscard]] std::vector<ObjectId> children_of(const Catalog& catalog, const ObjectId& relation);

// Its parents, theirs and so on.
[[nodiscard]] std::set<ObjectId> ancestors_of(const Catalog& catalog, const ObjectId& relation);
[[nodiscard]] bool descends_from(const Catalog& catalog, const ObjectId& relation,
                                 const ObjectId& ancestor);

// Whether a table that is in both states is a child of `parent` in the current one only. What it
// has from there stays behind when it leaves, and can be dropped no sooner.
[[nodiscard]] bool leaves(const ObjectId& relation, const ObjectId& parent, const Scope& scope);

// The other way round: a child of `parent` in the desired state only. It must have its columns and
// checks before, apart from what the server copies to a partition that is attached.
[[nodiscard]] bool joins(const ObjectId& relation, const ObjectId& parent, const Scope& scope);

// The part of the current state that `part` comes from: of a parent that its table stays under
// where there is one, as it goes with that one.
[[nodiscard]] std::optional<ObjectId> lasting_origin(const ObjectId& part, const Scope& scope);

// For a drop of what stays behind: it waits until `relation` has left.
void wait_until_left(Action& drop, const ObjectId& relation);

// For what `relation` keeps and has had from `gone`, of a parent that it leaves: it lets go of that
// when the relation leaves, and not only when it gets what it has from the next one.
[[nodiscard]] Action letting_go(const ObjectId& id, const ObjectId& gone, const ObjectId& relation);

// Whether a child that stays one has the column or check from here alone and keeps it as its own
// when it goes here.
[[nodiscard]] bool is_kept_below(const ObjectId& part, const Scope& scope);

// Whether other tables inherit from it, in either state.
[[nodiscard]] bool has_children(const QualifiedName& relation, const Scope& scope);

// The same part (column, default, constraint, trigger of that name) of the first parent that has
// one.
[[nodiscard]] std::optional<ObjectId> inherited_part(const Catalog& catalog, const ObjectId& part);

// The partitioned table's constraint that this one is a copy of (it may have another name).
[[nodiscard]] std::optional<ObjectId> parent_constraint(const Catalog& catalog,
                                                        const ObjectId& constraint);

// The partitions' indexes that are attached to this one.
[[nodiscard]] std::vector<ObjectId> partition_indexes(const ObjectId& index,
                                                      const Catalog& catalog);

// "orders_2026_customer_id_idx": what the server calls an index (or key) that it makes on a
// partition by itself. A column that is there twice gets a number.
[[nodiscard]] std::string partition_index_name(const QualifiedName& relation,
                                               const std::vector<std::string>& columns,
                                               std::string_view label);

// Whether the two, of whatever tables, index the same; names and storage apart.
[[nodiscard]] bool is_same_index(const Index& one, const Index& other);

}  // namespace pgplumb::diff
