// What a block may change, whichever way it goes.
#pragma once

#include <optional>
#include <string_view>

#include "base/source_text.hpp"
#include "parse/block_evaluator.hpp"
#include "parse/plpgsql_tree.hpp"
#include "parse/replay.hpp"

namespace pgplumb::parse {

// Everything that a statement of the block changes, each run on the model once, in the order of the
// text, whatever the conditions around it come to. Nothing: it may change anything. `text` is what
// the block's places are in; the model is as before afterwards.
[[nodiscard]] std::optional<Replay::Reach> reach_of(const PlStatement& block, std::string_view text,
                                                    const Variables& variables, Replay& replay);

}  // namespace pgplumb::parse
