// Ids in which types are written out.
#pragma once

#include <map>

#include "schema/object_kinds.hpp"

namespace pgplumb {

// The id that `object` has by the types in it: `id` itself, except where a type that is part of
// the identity (of a routine, an aggregate, an operator, a cast) goes by another name now.
[[nodiscard]] ObjectId with_signature(ObjectId id, const Object& object);

// Before and after.
using NewIds = std::map<ObjectId, ObjectId>;

// The id after those changes: a part of what has another id, or what is about it, goes along.
[[nodiscard]] ObjectId followed(const ObjectId& id, const NewIds& ids);

}  // namespace pgplumb
