// Ids in which types are written out.
#pragma once

#include "schema/object_kinds.hpp"

namespace pgplumb {

// The id that `object` has by the types in it: `id` itself, except where a type that is part of
// the identity (of a routine, an aggregate, an operator, a cast) goes by another name now.
[[nodiscard]] ObjectId with_signature(ObjectId id, const Object& object);

}  // namespace pgplumb
