// Bodies of the SQL-standard form, where what they say can be told: RETURN, and statements of plain
// forms between BEGIN ATOMIC and END.
#pragma once

#include "schema/kinds/routine.hpp"
#include "schema/object_id.hpp"
#include "sql/canonical/symbols.hpp"

namespace pgplumb::sql::canon {

// Closes the routine's body, if it has one, all of it is analysed and nothing in it stays open.
void close_body(Symbols& symbols, const ObjectId& id, Routine& routine);

}  // namespace pgplumb::sql::canon
