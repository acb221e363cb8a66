#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kTextSearchTemplateQuery = R"sql(
with f as not materialized (
  select p.oid, array[n.nspname::text, p.proname::text] as name
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
)
select t.oid, t.tmplname, t.tmplnamespace,
       (select name from f where f.oid = t.tmplinit),
       (select name from f where f.oid = t.tmpllexize)
from pg_ts_template t
where t.oid >= 16384
)sql";

}  // namespace

void ask_for(KindTag<TextSearchTemplate>, QueryList& queries) {
  queries.add_if_any("pg_ts_template where oid >= 16384", kTextSearchTemplateQuery, Lane::first);
}

void decode(KindTag<TextSearchTemplate>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_ts_template, row.oid(0)};
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    reader.put(address, object_id(ObjectKind::text_search_template, name),
               TextSearchTemplate{name_at(row, 3), name_at(row, 4)});
  }
}

}  // namespace pgplumb::introspect
