// Whether running a query may change the structure: functions can run DDL, and the rows of the
// system catalogs are the structure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/kinds/routine.hpp"

namespace pgplumb::parse {

class Replay;

// Why running the query `text` (SELECT, INSERT, CALL …) may change the structure: it changes rows
// of a system catalog, or calls a function of the model whose body does or has DDL in it, directly
// or by calling others. Nothing: it does not. Functions outside the model (built-in ones, those of
// extensions) are taken for harmless.
[[nodiscard]] std::optional<std::string> structural_effect(std::string_view text,
                                                           const Replay& replay);
// The same for a call of any function of this name.
[[nodiscard]] std::optional<std::string> structural_effect(const QualifiedName& function,
                                                           const Replay& replay);

// Whether the body alone, without what it calls, may change the structure.
[[nodiscard]] bool may_change_structure(const Routine& routine);

// Of the statement in hand: opaque where there is such a reason.
void leave_open_effects(Replay& replay);
// The same where `text` says what it does.
void leave_open_effects(std::string_view text, Replay& replay);

// Whether EXECUTE of this PL/pgSQL expression does nothing to the schema, as its leading literal
// shows: a query, a change of rows, a statement about roles.
[[nodiscard]] bool executes_no_ddl(std::string_view expression);

}  // namespace pgplumb::parse
