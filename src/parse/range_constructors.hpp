// The functions that make values of a range type: they come with the type, belong to it, and are no
// objects of the model. Each pair or triple of them has one name there.
#pragma once

#include "parse/replay.hpp"
#include "schema/identifier.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

// ALTER FUNCTION … RENAME TO and SET SCHEMA. False where the statement names no such function.
bool rename_constructor(const ::ObjectWithArgs& function, const Identifier& name, Replay& replay);
bool move_constructor(const ::ObjectWithArgs& function, const Identifier& space, Replay& replay);

}  // namespace pgplumb::parse
