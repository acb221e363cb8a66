#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {

void ask_for(KindTag<PublishedSchema>, QueryList& queries) {
  constexpr int kSchemas = 150000;
  if (queries.server_version() < kSchemas) return;
  queries.add("select pnnspid, pnpubid from pg_publication_namespace", Lane::first);
}

void decode(KindTag<PublishedSchema>, const SlotRows& rows, Reader& reader) {
  if (rows.empty()) return;
  for (const pg::Row row : rows[0]) {
    const ObjectId* space = reader.find({CatalogOid::pg_namespace, row.oid(0)});
    const ObjectId* publication = reader.find({CatalogOid::pg_publication, row.oid(1)});
    if (space == nullptr || publication == nullptr) continue;
    reader.put(part_of(*space, ObjectKind::published_schema, Identifier(publication->name)),
               PublishedSchema{});
  }
}

}  // namespace pgplumb::introspect
