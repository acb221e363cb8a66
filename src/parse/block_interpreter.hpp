// Runs a PL/pgSQL block on the model, as far as its text and the model decide what it does.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/source_text.hpp"
#include "parse/block_evaluator.hpp"

namespace pgplumb::parse {

class Replay;

// `body`: the text of the block. `at`: where it begins, so that its statements have places of their
// own; a span of no length where the text does not stand in the source byte for byte: then every
// statement is placed there. `variables`: arguments, by name. Returns why what it does can't be
// told; the model is as before then.
[[nodiscard]] std::optional<std::string> run_block(std::string_view body, const SourceSpan& at,
                                                   Variables variables, Replay& replay);

}  // namespace pgplumb::parse
