#include "introspect/kind_stages.hpp"
#include "introspect/trigger_enabled.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kEventTriggerQuery = R"sql(
select e.oid, e.evtname, e.evtowner, e.evtevent, e.evtenabled, e.evttags, p.pronamespace, p.proname
from pg_event_trigger e
join pg_proc p on p.oid = e.evtfoid
)sql";

struct EventTriggerColumn {
  enum Index : std::size_t {
    oid,
    name,
    owner,
    event,
    enabled,
    tags,
    function_space,
    function,
  };
};

}  // namespace

void ask_for(KindTag<EventTrigger>, QueryList& queries) {
  queries.add_if_any("pg_event_trigger", kEventTriggerQuery, Lane::first);
}

void decode(KindTag<EventTrigger>, const SlotRows& rows, Reader& reader) {
  using enum EventTriggerColumn::Index;
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_event_trigger, row.oid(oid)};
    if (reader.names().is_extension_member(address)) continue;
    EventTrigger trigger;
    trigger.event = row.string(event);
    trigger.tags = row.strings(tags);
    trigger.function = reader.name_at(row, function_space, function);
    trigger.enabled = enabled_of(row.character(enabled));
    reader.put(address, object_id(ObjectKind::event_trigger, Identifier(row.string(name))),
               std::move(trigger), row.oid(owner));
  }
}

}  // namespace pgplumb::introspect
