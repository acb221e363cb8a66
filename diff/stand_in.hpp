// Values for columns whose own values are gone.
#pragma once

#include <optional>
#include <string>

#include "schema/catalog.hpp"
#include "schema/type_ref.hpp"

namespace pgplumb::diff {

// SQL of the plainest value of `type` (0, '', false, the first label of an enum …); nothing where
// no value is surely valid.
[[nodiscard]] std::optional<std::string> stand_in_value(const TypeRef& type,
                                                        const Catalog& catalog);

}  // namespace pgplumb::diff
