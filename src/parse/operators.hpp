// Operators as statements name them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "parse/replay.hpp"

namespace pgplumb::parse {

// One of exactly these operands: of the model (shells too), an extension's or a built-in one.
[[nodiscard]] std::optional<QualifiedName> find_exact_operator(
    const std::vector<std::string>& names, const TypeRef& left, const TypeRef& right,
    const Replay& replay);

// Takes the links of other operators to those that are dropped away.
void forget_operators(const std::set<ObjectId>& gone, Replay& replay);

}  // namespace pgplumb::parse
