// ALTER EVENT TRIGGER … ENABLE, DISABLE.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

TriggerEnabled enabled_of(char letter) {
  switch (letter) {
    case 'D': return TriggerEnabled::disabled;
    case 'R': return TriggerEnabled::replica;
    case 'A': return TriggerEnabled::always;
    default: return TriggerEnabled::origin;
  }
}

}  // namespace

void lower(const ::AlterEventTrigStmt& statement, Replay& replay) {
  const ObjectId id = object_id(ObjectKind::event_trigger, Identifier(statement.trigname));
  auto* trigger = replay.model().get<EventTrigger>(id);
  if (trigger == nullptr) return replay.unresolved("event trigger", id.name);
  trigger->enabled = enabled_of(statement.tgenabled);
  replay.touch(id);
}

}  // namespace pgplumb::parse
