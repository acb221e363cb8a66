// EXECUTE of a prepared statement: PREPARE looked at it already.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::ExecuteStmt&, Replay&) {}

}  // namespace pgplumb::parse
