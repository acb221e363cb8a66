// What CREATE FUNCTION, CREATE PROCEDURE and ALTER FUNCTION say about a routine.
#pragma once

#include <optional>
#include <vector>

#include "schema/kinds/routine.hpp"
#include "schema/object_id.hpp"

struct CreateFunctionStmt;  // PostgreSQL's; sql/tree.hpp
struct List;
struct ObjectWithArgs;

namespace pgplumb::parse {

class Replay;

// The routine that the statement describes, in full.
[[nodiscard]] Routine routine_of(const ::CreateFunctionStmt& statement, Replay& replay);

// Changes `routine` by the options (a list of DefElem) that CREATE and ALTER share.
void apply_routine_options(const ::List* options, Routine& routine, Replay& replay);
// Leaves out what equals the language's defaults; after all options are known.
void drop_default_estimates(Routine& routine);

[[nodiscard]] ObjectId routine_id(const QualifiedName& name,
                                  const std::vector<Argument>& arguments);

// Which routines a statement may mean by FUNCTION, PROCEDURE, ROUTINE.
enum class RoutineWord { function, procedure, routine };

// The routine that `name(arguments)` means, or with the arguments left out the only one of that
// name. Nothing: there is none, or more than one.
[[nodiscard]] std::optional<ObjectId> find_routine(const ::ObjectWithArgs& name, RoutineWord word,
                                                   const Replay& replay);

// The same for an aggregate.
[[nodiscard]] std::optional<ObjectId> find_aggregate(const ::ObjectWithArgs& name,
                                                     const Replay& replay);

// The key of the arguments that are written; nothing where they are left out.
[[nodiscard]] std::optional<std::string> written_signature(const ::ObjectWithArgs& name,
                                                           const Replay& replay);

}  // namespace pgplumb::parse
