#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kTextSearchParserQuery = R"sql(
with f as not materialized (
  select p.oid, array[n.nspname::text, p.proname::text] as name
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
)
select p.oid, p.prsname, p.prsnamespace,
       (select name from f where f.oid = p.prsstart),
       (select name from f where f.oid = p.prstoken),
       (select name from f where f.oid = p.prsend),
       (select name from f where f.oid = p.prsheadline),
       (select name from f where f.oid = p.prslextype)
from pg_ts_parser p
where p.oid >= 16384
)sql";

}  // namespace

void ask_for(KindTag<TextSearchParser>, QueryList& queries) {
  queries.add_if_any("pg_ts_parser where oid >= 16384", kTextSearchParserQuery, Lane::first);
}

void decode(KindTag<TextSearchParser>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_ts_parser, row.oid(0)};
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    reader.put(address, object_id(ObjectKind::text_search_parser, name),
               TextSearchParser{name_at(row, 3), name_at(row, 4), name_at(row, 5), name_at(row, 6),
                                name_at(row, 7)});
  }
}

}  // namespace pgplumb::introspect
