// The order of what a query gives.
#pragma once

#include <string_view>

namespace pgplumb::sql {

// Whether both are plain SELECTs that give the same columns in another order, and are the same
// otherwise.
[[nodiscard]] bool differ_in_column_order(std::string_view one, std::string_view other);

}  // namespace pgplumb::sql
