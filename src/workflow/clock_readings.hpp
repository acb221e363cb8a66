// Literals that are read off the clock once, when the statement runs: DEFAULT 'now'. No second
// server, and no second run, has the same value.
#pragma once

#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// Whether the expression has such a literal, as far as its text tells; never of one whose meaning
// is known for certain.
[[nodiscard]] bool reads_clock(const Expression& expression);

// Such expressions of `text` take the place of what `built`, which a server read, made of them: two
// states that both come from text are equal then, and a live one leaves the question open.
void take_clock_readings(Catalog& built, const Catalog& text);

}  // namespace pgplumb::workflow
