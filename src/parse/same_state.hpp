// Two states of the model side by side.
#pragma once

#include "schema/catalog.hpp"

namespace pgplumb::parse {

// The same objects with the same fields, as far as can be told for certain.
[[nodiscard]] bool same_state(const Catalog& a, const Catalog& b);

// Whether something in `before` needs an object that is gone in `after`, and is still there itself:
// what was dropped may have been refused by a server.
[[nodiscard]] bool leaves_dependents(const Catalog& before, const Catalog& after);

}  // namespace pgplumb::parse
