// The statements that a rule runs, or a routine whose body is of the SQL-standard form. A rule's of
// a plain form are analysed (analyse_action.hpp); the others are only read for the names in them,
// and what is not equal letter by letter is left to a server.
#pragma once

#include "schema/expression.hpp"
#include "sql/canonical/symbols.hpp"

namespace pgplumb::sql::canon {

// Fills canonical, closed and references; they are empty.
void canonicalize_action(Symbols& symbols, Expression& action, const ExpressionContext& context);
// Fills canonical and references; they are empty. Without its parameters (routine_body.hpp) a body
// is not closed. False where the text is no body.
bool canonicalize_body(Symbols& symbols, Expression& body, const ExpressionContext& context);

}  // namespace pgplumb::sql::canon
