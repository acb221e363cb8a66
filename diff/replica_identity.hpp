// The replica identity of a table, where it names an index.
#pragma once

#include "diff/action.hpp"
#include "diff/scope.hpp"
#include "schema/kinds/relation.hpp"

namespace pgplumb::diff {

[[nodiscard]] Action set_replica_identity(const ObjectId& relation, const Relation& desired,
                                          const Scope& scope);

// A table that had `index` as its replica identity and is to have it again, once the index (or the
// constraint with it) is made anew. Nothing in all other cases.
[[nodiscard]] Actions renew_replica_identity(const ObjectId& relation, const QualifiedName& index,
                                             const Scope& scope);

}  // namespace pgplumb::diff
