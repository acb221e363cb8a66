// Where values of a domain lie that the server does not reach.
#pragma once

#include <optional>
#include <string>

#include "diff/scope.hpp"

namespace pgplumb::diff {

// A column of the current state that holds the domain inside an array, a row or a range: while
// there is one, the server adds no constraint to the domain that present values have to meet.
[[nodiscard]] std::optional<ObjectId> column_around(const ObjectId& domain, const Scope& scope);

// The same as a sentence for the user, why there is no plan.
[[nodiscard]] std::optional<std::string> stricter_is_impossible(const ObjectId& domain,
                                                                const Scope& scope);

}  // namespace pgplumb::diff
