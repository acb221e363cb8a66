#include "introspect/kind_stages.hpp"
#include "introspect/server_text.hpp"

namespace pgplumb::introspect {
namespace {

// Constructors of range types are parts of them (deptype 'i').
constexpr const char* kRoutineQuery = R"sql(
select p.oid, p.proname, p.pronamespace, p.proowner, p.prokind, l.lanname,
       coalesce(p.proallargtypes, p.proargtypes::oid[]), p.proargmodes, p.proargnames,
       pg_get_expr(p.proargdefaults, 0), p.prorettype, p.proretset, p.prosrc, p.probin,
       case when p.prosqlbody is not null then pg_get_function_sqlbody(p.oid) end,
       p.provolatile, p.proparallel, p.proisstrict, p.prosecdef, p.proleakproof,
       case when p.procost <> case when l.lanname in ('c', 'internal') then 1 else 100 end
            then p.procost end,
       case when p.prorows <> case when p.proretset then 1000 else 0 end then p.prorows end,
       s.pronamespace, s.proname, p.proconfig, p.protrftypes
from pg_proc p
join pg_language l on l.oid = p.prolang
left join pg_proc s on s.oid = p.prosupport
where p.oid >= 16384 and p.prokind in ('f', 'p', 'w')
  and not exists (select from pg_depend d
                  where d.classid = 'pg_proc'::regclass and d.objid = p.oid
                    and d.deptype in ('e', 'i'))
)sql";

struct RoutineColumn {
  enum Index : std::size_t {
    oid,
    proname,
    pronamespace,
    proowner,
    prokind,
    language,
    argument_types,
    argument_modes,
    argument_names,
    argument_defaults,
    result_type,
    returns_set,
    body,
    library,
    sql_body,
    volatility,
    parallel,
    strict,
    security_definer,
    leakproof,
    cost,
    rows_estimate,
    support_space,
    support,
    configuration,
    transforms,
  };
};

constexpr Oid kVoid = 2278;

RoutineKind kind_of_letter(char letter) {
  if (letter == 'p') return RoutineKind::procedure;
  return letter == 'w' ? RoutineKind::window : RoutineKind::function;
}

ArgumentMode mode_of_letter(std::string_view letter) {
  switch (letter.empty() ? 'i' : letter.front()) {
    case 'o': return ArgumentMode::out;
    case 'b': return ArgumentMode::inout;
    case 'v': return ArgumentMode::variadic;
    case 't': return ArgumentMode::table;
    default: return ArgumentMode::in;
  }
}

bool is_input(const Argument& argument) {
  return argument.mode != ArgumentMode::out && argument.mode != ArgumentMode::table;
}

// The defaults belong to the last input arguments.
void give_defaults(std::vector<Argument>& arguments, const std::vector<std::string>& defaults) {
  std::size_t left = defaults.size();
  for (auto argument = arguments.rbegin(); argument != arguments.rend() && left > 0; ++argument) {
    if (is_input(*argument)) argument->default_value = Reader::expression(defaults[--left]);
  }
}

std::vector<Argument> arguments_of(const pg::Row& row, const Names& names) {
  using enum RoutineColumn::Index;
  const std::vector<Oid> types = row.oids(argument_types);
  const std::vector<std::string> modes = row.strings(argument_modes);
  const std::vector<std::string> argument_name = row.strings(argument_names);
  std::vector<Argument> arguments(types.size());
  for (std::size_t at = 0; at < types.size(); ++at) {
    arguments[at].type = names.type(types[at]);
    if (at < modes.size()) arguments[at].mode = mode_of_letter(modes[at]);
    if (at < argument_name.size()) arguments[at].name = Identifier(argument_name[at]);
  }
  give_defaults(arguments, split_list(row.text(argument_defaults)));
  return arguments;
}

Volatility volatility_of(char letter) {
  if (letter == 'i') return Volatility::immutable;
  return letter == 's' ? Volatility::stable : Volatility::volatile_;
}

ParallelSafety parallel_of(char letter) {
  if (letter == 's') return ParallelSafety::safe;
  return letter == 'r' ? ParallelSafety::restricted : ParallelSafety::unsafe;
}

void read_properties(const pg::Row& row, const Names& names, Routine& routine) {
  using enum RoutineColumn::Index;
  routine.volatility = volatility_of(row.character(volatility));
  routine.parallel = parallel_of(row.character(parallel));
  routine.strict = row.boolean(strict);
  routine.security_definer = row.boolean(security_definer);
  routine.leakproof = row.boolean(leakproof);
  routine.cost = row.string(cost);
  routine.rows = row.string(rows_estimate);
  if (!row.is_null(support)) {
    routine.support = {names.space(row.oid(support_space)), Identifier(row.string(support))};
  }
  for (const Oid type : row.oids(transforms)) routine.transforms.push_back(names.type(type));
  for (std::string& entry : sorted_options(row, configuration)) {
    routine.configuration.push_back(std::move(entry));
  }
}

Routine routine_of(const pg::Row& row, const Names& names) {
  using enum RoutineColumn::Index;
  Routine routine;
  routine.routine_kind = kind_of_letter(row.character(prokind));
  routine.arguments = arguments_of(row, names);
  const bool no_result =
      routine.routine_kind == RoutineKind::procedure && row.oid(result_type) == kVoid;
  if (!no_result) routine.result = names.type(row.oid(result_type));
  routine.returns_set = row.boolean(returns_set);
  routine.language = Identifier(row.string(language));
  if (row.is_null(sql_body)) {
    routine.body = row.string(body);
  } else {
    routine.sql_body = Reader::expression(row.text(sql_body));
  }
  routine.library = row.string(library);
  read_properties(row, names, routine);
  return routine;
}

}  // namespace

void ask_for(KindTag<Routine>, QueryList& queries) { queries.add(kRoutineQuery, Lane::first); }

void decode(KindTag<Routine>, const SlotRows& rows, Reader& reader) {
  using enum RoutineColumn::Index;
  for (const pg::Row row : rows[0]) {
    if (!reader.names().user_space(row.oid(pronamespace))) continue;
    Routine routine = routine_of(row, reader.names());
    ObjectId id = object_id(ObjectKind::routine, {reader.names().space(row.oid(pronamespace)),
                                                  Identifier(row.string(proname))});
    id.member = arguments_key(routine.arguments);
    reader.put({CatalogOid::pg_proc, row.oid(oid)}, id, std::move(routine), row.oid(proowner));
  }
}

}  // namespace pgplumb::introspect
