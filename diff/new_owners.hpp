// A new owner takes over what the last one held and gave: what is left for GRANT and REVOKE to do
// is counted from there.
#pragma once

#include <string>

#include "diff/compare.hpp"
#include "diff/scope.hpp"
#include "schema/kinds/privilege.hpp"

namespace pgplumb::diff {

// Makes the privileges in `starting` those that each object has once it belongs to whom it belongs
// in `desired`; the owners stay as they are. `comparison` tells which owners change. Whether any
// privileges were there to be handed over.
bool hand_over(Catalog& starting, const Catalog& desired, const Comparison& comparison);

// What is owned: of a column, its relation.
[[nodiscard]] ObjectId owned_whole(const ObjectId& subject);
// Who owns `subject` once the owners have changed; whoever runs the plan is kRunningRole, and "" is
// somebody that neither state knows.
[[nodiscard]] std::string owner_then(const ObjectId& subject, const Scope& scope);
// What the grantee of `id` holds where no fact says otherwise.
[[nodiscard]] Privilege initial_privilege(const ObjectId& id, const Catalog& catalog,
                                          const std::string& owner);

}  // namespace pgplumb::diff
