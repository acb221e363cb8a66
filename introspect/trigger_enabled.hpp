// The letter that says when a trigger, rule or event trigger fires.
#pragma once

#include "schema/kinds/trigger.hpp"

namespace pgplumb::introspect {

// pg_trigger.tgenabled, pg_rewrite.ev_enabled, pg_event_trigger.evtenabled.
[[nodiscard]] constexpr TriggerEnabled enabled_of(char letter) {
  switch (letter) {
    case 'D': return TriggerEnabled::disabled;
    case 'R': return TriggerEnabled::replica;
    case 'A': return TriggerEnabled::always;
    default: return TriggerEnabled::origin;
  }
}

}  // namespace pgplumb::introspect
