// Rows of information_schema and pg_catalog, made from the model: what guards in DO blocks ask.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "parse/known_value.hpp"

namespace pgplumb::parse {

class Replay;

// Columns that are not in a row can't be told.
using SystemRow = std::map<std::string, KnownValue>;

struct SystemRows {
  std::vector<SystemRow> rows;
  bool complete = true;  // false: there may be others
};

// The rows of a system table or view that stand for objects of the model (those of the system
// itself are left out). Nothing: not a system table, or one that the model does not tell.
[[nodiscard]] std::optional<SystemRows> system_rows(const std::string& space,
                                                    const std::string& table, const Replay& replay);

}  // namespace pgplumb::parse
