// CALL and SELECT of one function with DDL in its body: run on the model where the text tells all.
#pragma once

#include <optional>
#include <string>

struct FuncCall;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// Runs the body of the routine that `call` means. Returns why what it does can't be told; the model
// is as before then.
[[nodiscard]] std::optional<std::string> run_routine(const ::FuncCall& call, Replay& replay);

}  // namespace pgplumb::parse
