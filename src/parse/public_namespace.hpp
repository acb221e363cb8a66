// The namespace public of a new database has a comment, an owner and grants that no other one has.
#pragma once

#include "parse/replay.hpp"

namespace pgplumb::parse {

// After CREATE SCHEMA: a public that the text makes has none of that.
void lack_initial_facts(const ObjectId& space, Replay& replay);

// Around a rename: what is no fact under the one name is one under the other.
void state_initial_facts(const ObjectId& space, Replay& replay);
void drop_initial_facts(const ObjectId& space, Replay& replay);

}  // namespace pgplumb::parse
