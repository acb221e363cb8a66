#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kTransformQuery = R"sql(
select t.oid, t.trftype, l.lanname, f.pronamespace, f.proname, s.pronamespace, s.proname
from pg_transform t
join pg_language l on l.oid = t.trflang
left join pg_proc f on f.oid = t.trffromsql
left join pg_proc s on s.oid = t.trftosql
where t.oid >= 16384
)sql";

}  // namespace

void ask_for(KindTag<Transform>, QueryList& queries) {
  queries.add_if_any("pg_transform where oid >= 16384", kTransformQuery, Lane::first);
}

void decode(KindTag<Transform>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_transform, row.oid(0)};
    if (reader.names().is_extension_member(address)) continue;
    const TypeRef type = reader.names().type(row.oid(1));
    ObjectId id = object_id(ObjectKind::transform, type.name);
    id.member = row.string(2);
    if (type.array) {
      reader.unmanaged("transform " + format_type(type) + " for " + id.member);
      continue;
    }
    reader.put(address, id, Transform{reader.name_at(row, 3, 4), reader.name_at(row, 5, 6)});
  }
}

}  // namespace pgplumb::introspect
