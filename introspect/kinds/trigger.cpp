#include <algorithm>
#include <utility>

#include "introspect/kind_stages.hpp"
#include "introspect/server_text.hpp"
#include "introspect/trigger_enabled.hpp"

namespace pgplumb::introspect {
namespace {

// tgqual names two rows (OLD and NEW), which pg_get_expr does not print. The names of the columns
// are asked for here because they may be a view's, which are no attributes of the model.
constexpr const char* kTriggerQuery = R"sql(
select t.oid, t.tgrelid, t.tgname, t.tgtype,
       case when cardinality(t.tgattr) > 0 then
         array(select a.attname
               from unnest(t.tgattr::int2[]) with ordinality u(attnum, place)
               join pg_attribute a on a.attrelid = t.tgrelid and a.attnum = u.attnum
               order by u.place) end,
       f.pronamespace, f.proname, t.tgargs,
       case when t.tgqual is not null then pg_get_triggerdef(t.oid) end,
       t.tgoldtable, t.tgnewtable, t.tgconstraint <> 0, t.tgdeferrable, t.tginitdeferred,
       t.tgconstrrelid, t.tgenabled, t.tgparentid <> 0
from pg_trigger t
join pg_proc f on f.oid = t.tgfoid
where )sql";

// Clones on partitions count as internal before PostgreSQL 15, as the triggers of foreign keys do.
constexpr const char* kScope14 = R"sql(
(not t.tgisinternal
 or t.tgparentid <> 0
    and (t.tgconstraint = 0 or exists (select from pg_constraint k
                                       where k.oid = t.tgconstraint and k.contype = 't')))
)sql";
constexpr const char* kScope = "not t.tgisinternal";

struct TriggerColumn {
  enum Index : std::size_t {
    oid,
    relation,
    name,
    type,
    columns,
    function_space,
    function,
    arguments,
    definition,
    old_table,
    new_table,
    constraint,
    deferrable,
    deferred,
    constraint_relation,
    enabled,
    inherited,
  };
};

// Bits of tgtype (catalog/pg_trigger.h).
constexpr std::int64_t kRow = 1, kBefore = 2, kInsert = 4, kDelete = 8, kUpdate = 16,
                       kTruncate = 32, kInsteadOf = 64;

TriggerTiming timing_of(std::int64_t bits) {
  if ((bits & kInsteadOf) != 0) return TriggerTiming::instead_of;
  return (bits & kBefore) != 0 ? TriggerTiming::before : TriggerTiming::after;
}

// tgargs: each argument ends with a zero byte.
std::vector<std::string> arguments_of(std::string_view bytea) {
  const std::string bytes = bytes_of(bytea);
  std::vector<std::string> all;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\0', begin), bytes.size());
    all.push_back(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

void read_event(const pg::Row& row, Trigger& trigger) {
  using enum TriggerColumn::Index;
  const std::int64_t bits = row.integer(type);
  trigger.timing = timing_of(bits);
  trigger.level = (bits & kRow) != 0 ? TriggerLevel::row : TriggerLevel::statement;
  trigger.on_insert = (bits & kInsert) != 0;
  trigger.on_update = (bits & kUpdate) != 0;
  trigger.on_delete = (bits & kDelete) != 0;
  trigger.on_truncate = (bits & kTruncate) != 0;
  for (std::string& name : row.strings(columns)) {
    trigger.update_columns.emplace_back(std::move(name));
  }
}

Trigger trigger_of(const pg::Row& row, const Names& names) {
  using enum TriggerColumn::Index;
  Trigger trigger;
  read_event(row, trigger);
  trigger.function = {names.space(row.oid(function_space)), Identifier(row.string(function))};
  trigger.arguments = arguments_of(row.text(arguments));
  trigger.when = Reader::expression(trigger_condition(row.text(definition)));
  trigger.old_table = Identifier(row.string(old_table));
  trigger.new_table = Identifier(row.string(new_table));
  trigger.constraint = row.boolean(constraint);
  trigger.deferrable = row.boolean(deferrable);
  trigger.initially_deferred = row.boolean(deferred);
  trigger.constraint_relation = names.relation(row.oid(constraint_relation)).name;
  trigger.enabled = enabled_of(row.character(enabled));
  trigger.inherited = row.boolean(inherited);
  return trigger;
}

}  // namespace

void ask_for(KindTag<Trigger>, QueryList& queries) {
  constexpr int kClonesAreVisible = 150000;
  const bool visible = queries.server_version() >= kClonesAreVisible;
  queries.add(std::string(kTriggerQuery) + (visible ? kScope : kScope14), Lane::first);
}

void decode(KindTag<Trigger>, const SlotRows& rows, Reader& reader) {
  using enum TriggerColumn::Index;
  for (const pg::Row row : rows[0]) {
    const ObjectId* holder = reader.find({CatalogOid::pg_class, row.oid(relation)});
    if (holder == nullptr) continue;
    const ObjectId id = part_of(*holder, ObjectKind::trigger, Identifier(row.string(name)));
    reader.put({CatalogOid::pg_trigger, row.oid(oid)}, id, trigger_of(row, reader.names()));
  }
}

}  // namespace pgplumb::introspect
