// Whether running a query may change the structure: functions can run DDL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

struct Node;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// Why running `query` (SELECT, INSERT, CALL …) may change the structure: it calls a function of the
// model whose body has DDL in it, directly or by calling others. Nothing: it does not.
// Functions outside the model (built-in ones, those of extensions) are taken for harmless.
[[nodiscard]] std::optional<std::string> structural_call(const ::Node* query, const Replay& replay);

// The same for the text of one statement.
[[nodiscard]] std::optional<std::string> structural_call(std::string_view text,
                                                         const Replay& replay);

// Whether EXECUTE of this PL/pgSQL expression does nothing to the schema, as its leading literal
// shows: a query, a change of rows, a statement about roles.
[[nodiscard]] bool executes_no_ddl(std::string_view expression);

}  // namespace pgplumb::parse
