// Operator classes and families as statements name and fill them.
#pragma once

#include <optional>
#include <set>

#include "parse/replay.hpp"

namespace pgplumb::parse {

// A class or family of that access method along the search path; nothing when the model has none.
[[nodiscard]] std::optional<ObjectId> find_of_method(ObjectKind kind, const ::List* names,
                                                     const char* access_method,
                                                     const Replay& replay);

// The entries of CREATE OPERATOR CLASS (of a class over `type`) and ALTER OPERATOR FAMILY … ADD
// (`type` is empty).
[[nodiscard]] FamilyMembers family_members(const ::List* items, const Identifier& access_method,
                                           const TypeRef& type, const Replay& replay);

// The members that the server ties to the class whose input type they have, out of those that are
// added to a family; the others stay loose in the family. `tied` are removed from `members`.
// `made`: the class that the statement makes, and its type; empty for ALTER OPERATOR FAMILY.
void tie_to_classes(FamilyMembers& members, const ObjectId& family,
                    const std::optional<ObjectId>& made, Replay& replay);

// Loose members that name what is dropped go with it.
void forget_in_families(const std::set<ObjectId>& gone, Replay& replay);

}  // namespace pgplumb::parse
