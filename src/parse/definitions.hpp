// CREATE … (definition), by kind: what DefineStmt stands for.
#pragma once

#include "parse/replay.hpp"

struct DefineStmt;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

void define_aggregate(const ::DefineStmt& statement, Replay& replay);
void define_operator(const ::DefineStmt& statement, Replay& replay);
void define_collation(const ::DefineStmt& statement, Replay& replay);
void define_type(const ::DefineStmt& statement, Replay& replay);
void define_text_search_parser(const ::DefineStmt& statement, Replay& replay);
void define_text_search_template(const ::DefineStmt& statement, Replay& replay);
void define_text_search_dictionary(const ::DefineStmt& statement, Replay& replay);
void define_text_search_configuration(const ::DefineStmt& statement, Replay& replay);

// Puts a type of that id; a shell of that name is filled: owner, comment and privileges stay.
// False, with a diagnostic, when the name is taken.
bool put_type(const ObjectId& id, Object object, Replay& replay);

// A diagnostic and false when the object exists already.
[[nodiscard]] bool is_free(const ObjectId& id, Replay& replay);

}  // namespace pgplumb::parse
