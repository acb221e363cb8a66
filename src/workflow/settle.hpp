// Layer 3 of the canonical form: what two texts leave open, a server settles.
#pragma once

#include <cstddef>

#include "base/diagnostic.hpp"
#include "diff/compare.hpp"
#include "pg/session.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// Which of the two states came from SQL text; the other was read from the server that is asked.
enum class TextSide { current, desired };

// Asks the server behind `session` how it prints the expressions of the text side in which the two
// states do not agree (unknown ones, and different ones too: with a server at hand nothing is
// called different on the tool's word alone), puts the answers into that state and compares again.
// Runs inside a transaction that is rolled back, with temporary objects only. What can't be asked
// (no right to make temporary objects, a standby) stays as it was, with a diagnostic.
[[nodiscard]] diff::Comparison settle(const diff::Comparison& comparison, Catalog& current,
                                      Catalog& desired, TextSide text_side, pg::Session& session,
                                      const diff::CompareOptions& options,
                                      Diagnostics& diagnostics);

// Replaces expressions of `text` that `built` (the same text, built on a server) prints otherwise,
// for the objects that `comparison` still does not call equal. True when anything was replaced.
bool take_built_expressions(const diff::Comparison& comparison, Catalog& text,
                            const Catalog& built);

}  // namespace pgplumb::workflow
