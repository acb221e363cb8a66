#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

SqlWriter create_statement(const ObjectId& id, const EventTrigger& trigger) {
  SqlWriter sql("CREATE EVENT TRIGGER");
  sql.name(Identifier(id.name)).keyword("ON").name(Identifier(trigger.event));
  if (!trigger.tags.empty()) {
    sql.line(1).keyword("WHEN TAG IN").open();
    sql.list(trigger.tags, [&](const std::string& tag) { sql.literal(tag); });
    sql.close();
  }
  return sql.line(1).keyword("EXECUTE FUNCTION").name(trigger.function).call().close();
}

Action set_enabled(const ObjectId& id, TriggerEnabled enabled) {
  SqlWriter sql("ALTER EVENT TRIGGER");
  sql.name(Identifier(id.name));
  switch (enabled) {
    case TriggerEnabled::origin: sql.keyword("ENABLE"); break;
    case TriggerEnabled::disabled: sql.keyword("DISABLE"); break;
    case TriggerEnabled::replica: sql.keyword("ENABLE REPLICA"); break;
    case TriggerEnabled::always: sql.keyword("ENABLE ALWAYS"); break;
  }
  return Action::making(id).statement(sql);
}

}  // namespace

Actions create(const ObjectId& id, const EventTrigger& desired, const Scope&) {
  Actions actions(Action::making(id).statement(create_statement(id, desired)));
  if (desired.enabled != TriggerEnabled::origin) actions.add(set_enabled(id, desired.enabled));
  return actions;
}

Actions drop(const ObjectId& id, const EventTrigger&, const Scope&) {
  SqlWriter sql("DROP EVENT TRIGGER");
  return Action::dropping(id).statement(sql.name(Identifier(id.name)));
}

Actions alter(const ObjectId& id, const EventTrigger&, const EventTrigger& desired,
              const Changed<EventTrigger>& changed, const Scope&) {
  if (!changed.only<&EventTrigger::enabled>()) return Actions::replacement();
  return set_enabled(id, desired.enabled);
}

Actions rename(const ObjectId& before, const ObjectId& after, const EventTrigger&, const Scope&) {
  return rename_plain("EVENT TRIGGER", before, after);
}

}  // namespace pgplumb::diff
