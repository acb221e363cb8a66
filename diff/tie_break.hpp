// The order of actions that no dependency orders: phase (late ones last), weight of
// the kind, then identity.
#pragma once

#include <string>
#include <tuple>

#include "diff/action.hpp"

namespace pgplumb::diff {

// phase, weight (drops: the other way round), namespace, name, order among siblings, id, before the
// rename, text: actions that are alike in all of it are the same.
using TieBreak = std::tuple<int, int, std::string, std::string, int, ObjectId, std::string>;

[[nodiscard]] TieBreak tie_break(const Action& action);

}  // namespace pgplumb::diff
