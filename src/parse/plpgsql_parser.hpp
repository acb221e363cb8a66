// PL/pgSQL text to statements.
#pragma once

#include <optional>
#include <string_view>

#include "parse/plpgsql_tree.hpp"

namespace pgplumb::parse {

// The outermost block of a DO statement's or function's body. Nothing: not understood.
[[nodiscard]] std::optional<PlStatement> parse_plpgsql(std::string_view text);

}  // namespace pgplumb::parse
