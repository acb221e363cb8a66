// What CREATE and ALTER FOREIGN DATA WRAPPER have in common.
#pragma once

#include "schema/kinds/foreign_data_wrapper.hpp"

struct List;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// [NO] HANDLER, [NO] VALIDATOR.
void set_wrapper_functions(ForeignDataWrapper& wrapper, const ::List* options, Replay& replay);

}  // namespace pgplumb::parse
