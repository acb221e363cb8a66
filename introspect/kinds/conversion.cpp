#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kConversionQuery = R"sql(
select c.oid, c.conname, c.connamespace, c.conowner,
       pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding),
       array[n.nspname::text, p.proname::text], c.condefault
from pg_conversion c
join pg_proc p on p.oid = c.conproc
join pg_namespace n on n.oid = p.pronamespace
where c.oid >= 16384
)sql";

}  // namespace

void ask_for(KindTag<Conversion>, QueryList& queries) {
  queries.add_if_any("pg_conversion where oid >= 16384", kConversionQuery, Lane::first);
}

void decode(KindTag<Conversion>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_conversion, row.oid(0)};
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    reader.put(address, object_id(ObjectKind::conversion, name),
               Conversion{row.string(4), row.string(5), name_at(row, 6), row.boolean(7)},
               row.oid(3));
  }
}

}  // namespace pgplumb::introspect
