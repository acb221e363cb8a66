// What event triggers do beside a statement.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pgplumb::parse {

class Replay;

// Why the statement that was just replayed may have changed more of the structure than it says: an
// event trigger that it may fire runs DDL. Nothing: there is none.
[[nodiscard]] std::optional<std::string> effect_of_event_triggers(std::string_view statement,
                                                                  const Replay& replay);

}  // namespace pgplumb::parse
