// Expressions and queries of DO blocks, as far as the text and the model decide them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/known_value.hpp"

namespace pgplumb::parse {

class Replay;

// By name; fields of records as "record.field".
using Variables = std::map<std::string, KnownValue>;

// What `text` (an expression, without SELECT) comes to; unknown for everything that depends on
// rows of user tables, on the session or on what is not followed here.
[[nodiscard]] KnownValue evaluate_expression(std::string_view text, const Variables& variables,
                                             const Replay& replay);

// The outputs of the first row of a SELECT, nulls when it has none. Empty: can't be told.
[[nodiscard]] std::vector<KnownValue> evaluate_query(std::string_view text,
                                                     const Variables& variables,
                                                     const Replay& replay);

// All rows of a SELECT over system tables, each output under its name. Nothing: can't be told.
using OutputRow = std::vector<std::pair<std::string, KnownValue>>;
[[nodiscard]] std::optional<std::vector<OutputRow>> evaluate_rows(std::string_view text,
                                                                  const Variables& variables,
                                                                  const Replay& replay);

// The elements of ARRAY[…].
[[nodiscard]] std::optional<std::vector<KnownValue>> evaluate_array(std::string_view text,
                                                                    const Variables& variables,
                                                                    const Replay& replay);

}  // namespace pgplumb::parse
