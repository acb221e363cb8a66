// What the server does not drop, or change, because something depends on it.
#pragma once

#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb::parse {

class Replay;

// False, with an error, where DROP … RESTRICT of all of `ids` at once would leave something behind
// that certainly uses one of them. What a text may use, without its names being resolved, does not
// count: no migration is refused on a guess.
[[nodiscard]] bool may_drop(const std::vector<ObjectId>& ids, Replay& replay);

// False, with an error, where something uses the column that the server does not rewrite.
[[nodiscard]] bool may_change_type(const ObjectId& column, Replay& replay);

}  // namespace pgplumb::parse
