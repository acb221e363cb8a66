// ALTER COLLATION … REFRESH VERSION.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

// Versions are the operating system's and no part of the model.
void lower(const ::AlterCollationStmt&, Replay&) {}

}  // namespace pgplumb::parse
