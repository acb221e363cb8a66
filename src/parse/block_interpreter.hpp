// Runs a PL/pgSQL block on the model, as far as its text and the model decide what it does.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/source_text.hpp"
#include "parse/block_evaluator.hpp"
#include "parse/replay.hpp"

namespace pgplumb::parse {

// What a block does can't be told.
struct Stuck {
  std::string why;
  std::optional<Replay::Reach> reach;  // all that it may change; nothing: anything
};

// `body`: the text of the block. `at`: where it begins, so that its statements have places of their
// own; a span of no length where the text does not stand in the source byte for byte: then every
// statement is placed there. `variables`: arguments, by name. The model is as before where what it
// does can't be told.
[[nodiscard]] std::optional<Stuck> run_block(std::string_view body, const SourceSpan& at,
                                             Variables variables, Replay& replay);

}  // namespace pgplumb::parse
