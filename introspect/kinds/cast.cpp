#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// The cast of a range to its multirange comes and goes with the range type.
constexpr const char* kCastQuery = R"sql(
select c.oid, c.castsource, c.casttarget, c.castmethod, c.castcontext,
       array[n.nspname::text, p.proname::text], p.proargtypes
from pg_cast c
left join pg_proc p on p.oid = c.castfunc
left join pg_namespace n on n.oid = p.pronamespace
where c.oid >= 16384
  and not exists (select from pg_depend d where d.classid = 'pg_cast'::regclass
                  and d.objid = c.oid and d.deptype = 'i')
)sql";

CastMethod method_of(char letter) {
  if (letter == 'b') return CastMethod::binary;
  return letter == 'i' ? CastMethod::inout : CastMethod::function;
}

CastUse use_of(char letter) {
  if (letter == 'i') return CastUse::implicit;
  return letter == 'a' ? CastUse::assignment : CastUse::explicit_;
}

}  // namespace

void ask_for(KindTag<Cast>, QueryList& queries) {
  queries.add_if_any("pg_cast where oid >= 16384", kCastQuery, Lane::first);
}

void decode(KindTag<Cast>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_cast, row.oid(0)};
    if (names.is_extension_member(address)) continue;
    Cast cast;
    cast.source = names.type(row.oid(1));
    cast.target = names.type(row.oid(2));
    cast.method = method_of(row.character(3));
    cast.use = use_of(row.character(4));
    if (cast.method == CastMethod::function) {
      cast.function = name_at(row, 5);
      for (const Oid type : row.oids(6)) cast.function_arguments.push_back(names.type(type));
    }
    const ObjectId id = cast_id(cast.source, cast.target);
    reader.put(address, id, std::move(cast));
  }
}

}  // namespace pgplumb::introspect
