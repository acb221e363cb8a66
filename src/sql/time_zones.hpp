// Names of the one time zone that needs no tables.
#pragma once

#include <string_view>

namespace pgplumb::sql {

// Whether the value of a TimeZone setting is another word for UTC.
[[nodiscard]] bool is_utc(std::string_view time_zone);

}  // namespace pgplumb::sql
