// CREATE TABLE AS, SELECT INTO and CREATE MATERIALIZED VIEW.
#pragma once

#include "parse/replay.hpp"

struct IntoClause;  // PostgreSQL's; sql/tree.hpp
struct SelectStmt;  // PostgreSQL's

namespace pgplumb::parse {

enum class QueryResult { table, materialized_view };
enum class IfExists { fails, keeps };

// `query` without its INTO.
void create_from_query(const ::Node* query, const ::IntoClause& into, QueryResult result,
                       IfExists if_exists, Replay& replay);

// SELECT … INTO: takes the clause out of the tree and creates the table; false for a plain query.
bool select_into(const ::SelectStmt& statement, Replay& replay);

}  // namespace pgplumb::parse
