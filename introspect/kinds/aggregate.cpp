#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kAggregateQuery = R"sql(
with f as not materialized (
  select p.oid, array[n.nspname::text, p.proname::text] as name
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
)
select p.oid, p.proname, p.pronamespace, p.proowner,
       p.proargtypes, p.proargmodes, p.proargnames, p.prorettype, p.proparallel,
       a.aggkind, a.aggnumdirectargs,
       (select name from f where f.oid = a.aggtransfn), a.aggtranstype, a.aggtransspace,
       (select name from f where f.oid = a.aggfinalfn), a.aggfinalextra, a.aggfinalmodify,
       (select name from f where f.oid = a.aggcombinefn),
       (select name from f where f.oid = a.aggserialfn),
       (select name from f where f.oid = a.aggdeserialfn),
       a.agginitval,
       (select name from f where f.oid = a.aggmtransfn),
       (select name from f where f.oid = a.aggminvtransfn),
       a.aggmtranstype, a.aggmtransspace,
       (select name from f where f.oid = a.aggmfinalfn), a.aggmfinalextra, a.aggmfinalmodify,
       a.aggminitval,
       (select array[n.nspname::text, o.oprname::text]
        from pg_operator o join pg_namespace n on n.oid = o.oprnamespace
        where o.oid = a.aggsortop)
from pg_aggregate a join pg_proc p on p.oid = a.aggfnoid
where p.oid >= 16384
)sql";

struct AggregateColumn {
  enum Index : std::size_t {
    oid,
    proname,
    pronamespace,
    proowner,
    argument_types,
    argument_modes,
    argument_names,
    result_type,
    parallel,
    kind,
    direct_arguments,
    state_function,
    state_type,
    state_space,
    final_function,
    final_extra,
    final_modify,
    combine_function,
    serialize_function,
    deserialize_function,
    initial_condition,
    moving_state_function,
    moving_inverse_function,
    moving_state_type,
    moving_state_space,
    moving_final_function,
    moving_final_extra,
    moving_final_modify,
    moving_initial_condition,
    sort_operator,
  };
};

AggregateKind kind_of_letter(char letter) {
  if (letter == 'o') return AggregateKind::ordered_set;
  return letter == 'h' ? AggregateKind::hypothetical_set : AggregateKind::normal;
}

FinalModify modify_of_letter(char letter) {
  if (letter == 's') return FinalModify::shareable;
  return letter == 'w' ? FinalModify::read_write : FinalModify::read_only;
}

ParallelSafety parallel_of(char letter) {
  if (letter == 's') return ParallelSafety::safe;
  return letter == 'r' ? ParallelSafety::restricted : ParallelSafety::unsafe;
}

std::vector<Argument> arguments_of(const pg::Row& row, const Names& names) {
  using enum AggregateColumn::Index;
  const std::vector<Oid> types = row.oids(argument_types);
  const std::vector<std::string> modes = row.strings(argument_modes);
  const std::vector<std::string> argument_name = row.strings(argument_names);
  std::vector<Argument> arguments(types.size());
  for (std::size_t at = 0; at < types.size(); ++at) {
    arguments[at].type = names.type(types[at]);
    const bool variadic = at < modes.size() && modes[at] == "v";
    if (variadic) arguments[at].mode = ArgumentMode::variadic;
    if (at < argument_name.size()) arguments[at].name = Identifier(argument_name[at]);
  }
  return arguments;
}

void read_moving(const pg::Row& row, const Names& names, Aggregate& aggregate) {
  using enum AggregateColumn::Index;
  aggregate.moving_state_function = name_at(row, moving_state_function);
  aggregate.moving_inverse_function = name_at(row, moving_inverse_function);
  if (row.oid(moving_state_type) != 0) {
    aggregate.moving_state_type = names.type(row.oid(moving_state_type));
  }
  aggregate.moving_state_space = static_cast<int>(row.integer(moving_state_space));
  aggregate.moving_final_function = name_at(row, moving_final_function);
  aggregate.moving_final_extra = row.boolean(moving_final_extra);
  aggregate.moving_final_modify = modify_of_letter(row.character(moving_final_modify));
  aggregate.moving_initial_condition = row.optional_string(moving_initial_condition);
}

Aggregate aggregate_of(const pg::Row& row, const Names& names) {
  using enum AggregateColumn::Index;
  Aggregate aggregate;
  aggregate.aggregate_kind = kind_of_letter(row.character(kind));
  aggregate.arguments = arguments_of(row, names);
  aggregate.direct_arguments = static_cast<int>(row.integer(direct_arguments));
  aggregate.result = names.type(row.oid(result_type));
  aggregate.state_function = name_at(row, state_function);
  aggregate.state_type = names.type(row.oid(state_type));
  aggregate.state_space = static_cast<int>(row.integer(state_space));
  aggregate.final_function = name_at(row, final_function);
  aggregate.final_extra = row.boolean(final_extra);
  aggregate.final_modify = modify_of_letter(row.character(final_modify));
  aggregate.combine_function = name_at(row, combine_function);
  aggregate.serialize_function = name_at(row, serialize_function);
  aggregate.deserialize_function = name_at(row, deserialize_function);
  aggregate.initial_condition = row.optional_string(initial_condition);
  read_moving(row, names, aggregate);
  aggregate.sort_operator = name_at(row, sort_operator);
  aggregate.parallel = parallel_of(row.character(parallel));
  return aggregate;
}

}  // namespace

void ask_for(KindTag<Aggregate>, QueryList& queries) {
  queries.add_if_any("pg_aggregate where aggfnoid >= 16384", kAggregateQuery, Lane::first);
}

void decode(KindTag<Aggregate>, const SlotRows& rows, Reader& reader) {
  using enum AggregateColumn::Index;
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_proc, row.oid(oid)};
    if (!names.user_space(row.oid(pronamespace)) || names.is_extension_member(address)) continue;
    Aggregate aggregate = aggregate_of(row, names);
    ObjectId id = object_id(ObjectKind::aggregate,
                            {names.space(row.oid(pronamespace)), Identifier(row.string(proname))});
    id.member = arguments_key(aggregate.arguments);
    reader.put(address, id, std::move(aggregate), row.oid(proowner));
  }
}

}  // namespace pgplumb::introspect
