// CALL and SELECT of one function with DDL in its body: run on the model where the text tells all.
#pragma once

#include <optional>

#include "parse/block_interpreter.hpp"

struct FuncCall;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// Runs the body of the routine that `call` means. The model is as before where what it does can't
// be told.
[[nodiscard]] std::optional<Stuck> run_routine(const ::FuncCall& call, Replay& replay);

}  // namespace pgplumb::parse
