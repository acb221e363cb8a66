// libpg_query's raw parser, as a function that returns its errors.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "sql/tree.hpp"

namespace pgplumb::sql {

struct SyntaxError {
  std::string message;     // of PostgreSQL's grammar
  std::size_t offset = 0;  // byte of the text; the text's size when it ended too early
};

enum class ParseMode { statements, type_name, target_list };

struct RawParseResult {
  const List* tree = nullptr;  // in the current memory context; RawStmts, or one TypeName
  std::optional<SyntaxError> error;
};

// Requires a MemoryScope. `text` must be UTF-8 without NUL bytes and without comments: libpg_query
// 17 stumbles over comments between the tokens that it looks ahead at (NOT /**/ IN).
[[nodiscard]] RawParseResult raw_parse(const std::string& text, ParseMode mode);

}  // namespace pgplumb::sql
