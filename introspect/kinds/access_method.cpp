#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kAccessMethodQuery = R"sql(
select a.oid, a.amname, a.amtype, p.pronamespace, p.proname
from pg_am a
join pg_proc p on p.oid = a.amhandler
where a.oid >= 16384
)sql";

}  // namespace

void ask_for(KindTag<AccessMethod>, QueryList& queries) {
  queries.add_if_any("pg_am where oid >= 16384", kAccessMethodQuery, Lane::first);
}

void decode(KindTag<AccessMethod>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_am, row.oid(0)};
    if (reader.names().is_extension_member(address)) continue;
    AccessMethod method;
    method.type = row.character(2) == 'i' ? AccessMethodType::index : AccessMethodType::table;
    method.handler = reader.name_at(row, 3, 4);
    reader.put(address, object_id(ObjectKind::access_method, Identifier(row.string(1))),
               std::move(method));
  }
}

}  // namespace pgplumb::introspect
