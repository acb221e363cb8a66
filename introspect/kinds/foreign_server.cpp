#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kForeignServerQuery = R"sql(
select s.oid, s.srvname, s.srvowner, w.fdwname, s.srvtype, s.srvversion, s.srvoptions
from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw
where s.oid >= 16384
)sql";

}  // namespace

void ask_for(KindTag<ForeignServer>, QueryList& queries) {
  queries.add_if_any("pg_foreign_server where oid >= 16384", kForeignServerQuery, Lane::second);
}

void decode(KindTag<ForeignServer>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_foreign_server, row.oid(0)};
    if (reader.names().is_extension_member(address)) continue;
    ForeignServer server;
    server.wrapper = Identifier(row.string(3));
    server.type = row.string(4);
    server.version = row.string(5);
    server.options = foreign_options_of(row, 6);
    reader.put(address, object_id(ObjectKind::foreign_server, Identifier(row.string(1))),
               std::move(server), row.oid(2));
  }
}

}  // namespace pgplumb::introspect
