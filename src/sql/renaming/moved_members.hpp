// What extensions have brought, in a text that names it with its namespace.
#pragma once

#include <string>

#include "schema/extension_move.hpp"
#include "sql/fragment.hpp"

namespace pgplumb::sql::renaming {

struct MovedText {
  std::string text;
  bool sure = true;  // nothing was met whose meaning the text does not tell
};

// `text` as it reads after `move`. `before` is the state before it.
[[nodiscard]] MovedText with_moved_members(const std::string& text, FragmentKind kind,
                                           const ExtensionMove& move, const Catalog& before);

}  // namespace pgplumb::sql::renaming
