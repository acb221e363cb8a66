// Passwords are not kept: a statement has **** in their place, and that is no difference.
#pragma once

#include "schema/catalog.hpp"
#include "schema/object_id.hpp"

namespace pgplumb::workflow {

// Where a secret of `id` is **** in `reached`, `wanted` is taken to have just that. True: it did
// have another one.
bool leave_secrets_apart(const ObjectId& id, const Catalog& reached, Catalog& wanted);

}  // namespace pgplumb::workflow
