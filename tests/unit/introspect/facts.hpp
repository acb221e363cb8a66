// A catalog as lines for tests: "column public.t.a type integer not_null yes".
#pragma once

#include <string>
#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb::introspect {

enum class OwnerFacts { shown, hidden };

// Objects in the order of the catalog (fields that are not at their default), then
// "unmanaged …" in order. What every new database has is left out.
[[nodiscard]] std::vector<std::string> facts_of(const Catalog& catalog,
                                                OwnerFacts owners = OwnerFacts::hidden);

}  // namespace pgplumb::introspect
