// DETACH PARTITION … CONCURRENTLY leaves a check that says what the bounds have said.
#pragma once

#include "parse/replay.hpp"

namespace pgplumb::parse {

// To be called while `partition` still has its bounds. Opaque where the text does not tell the
// check: bounds of several columns, of an expression, by hash; a default partition; one whose own
// checks may say it already.
void keep_bounds_as_check(const ObjectId& parent, const ObjectId& partition, Replay& replay);

}  // namespace pgplumb::parse
