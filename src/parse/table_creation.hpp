// CREATE TABLE and CREATE FOREIGN TABLE.
#pragma once

#include "schema/kinds/relation.hpp"

struct CreateStmt;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// `relation`: what is known already; the rest is read from the statement.
void create_table(const ::CreateStmt& statement, Relation relation, Replay& replay);

}  // namespace pgplumb::parse
