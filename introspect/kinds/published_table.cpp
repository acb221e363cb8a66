#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kPublishedTableQuery = R"sql(
select r.prrelid, r.prpubid,
       array(select a.attname from pg_attribute a
             where a.attrelid = r.prrelid and a.attnum = any (r.prattrs::int2[])
             order by a.attnum),
       pg_get_expr(r.prqual, r.prrelid)
from pg_publication_rel r
)sql";

constexpr const char* kQuery14 = R"sql(
select r.prrelid, r.prpubid, '{}'::text[], null from pg_publication_rel r
)sql";

}  // namespace

void ask_for(KindTag<PublishedTable>, QueryList& queries) {
  constexpr int kColumnLists = 150000;
  queries.add_if_any("pg_publication_rel",
                     queries.server_version() >= kColumnLists ? kPublishedTableQuery : kQuery14,
                     Lane::first);
}

void decode(KindTag<PublishedTable>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const ObjectId* relation = reader.find({CatalogOid::pg_class, row.oid(0)});
    const ObjectId* publication = reader.find({CatalogOid::pg_publication, row.oid(1)});
    if (relation == nullptr || publication == nullptr) continue;
    PublishedTable table;
    for (std::string& column : row.strings(2)) table.columns.emplace_back(std::move(column));
    table.row_filter = Reader::expression(row.text(3));
    reader.put(part_of(*relation, ObjectKind::published_table, Identifier(publication->name)),
               std::move(table));
  }
}

}  // namespace pgplumb::introspect
