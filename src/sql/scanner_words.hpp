// The words that matter when SQL text is cut into statements.
#pragma once

#include <cstdint>
#include <string_view>

namespace pgplumb::sql {

enum class Word : std::uint8_t {
  other,
  atomic,
  begin,
  case_,
  copy,
  create,
  end,
  from,
  function,
  or_,
  procedure,
  replace,
  stdin_,
  changes_rows,  // INSERT, UPDATE, DELETE, MERGE
  binds,         // NOT, IS, IN, LIKE …: operators that are words
  chains,        // JOIN, UNION …: the tree gets one level deeper with each
  separates,     // AND, WHERE, SELECT …: what follows is no deeper than what stood before
};

// Case does not matter.
[[nodiscard]] Word word_of(std::string_view text);

}  // namespace pgplumb::sql
