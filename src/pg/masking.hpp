// Which connection parameters are secret. mask_secrets is declared in connection_url.hpp.
#pragma once

#include <string_view>

namespace pgplumb::pg {

// Whether the value of libpq's `keyword` must not be shown.
[[nodiscard]] bool is_secret(std::string_view keyword);

}  // namespace pgplumb::pg
