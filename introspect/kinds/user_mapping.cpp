#include <string>

#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// pg_user_mapping itself is for superusers. The view shows the options to them, to the mapping's
// own role where it may use the server, and to the server's owner; a NULL may stand for options
// that this role may not see.
constexpr const char* kUserMappingQuery = R"sql(
select m.srvname, m.usename, m.umoptions,
       m.umoptions is null
       and not (select rolsuper from pg_roles where rolname = current_user)
       and not (m.umuser <> 0 and m.usename = current_user
                and (pg_has_role(s.srvowner, 'usage') or has_server_privilege(s.oid, 'usage')))
       and not (m.umuser = 0 and pg_has_role(s.srvowner, 'usage'))
from pg_user_mappings m join pg_foreign_server s on s.oid = m.srvid
where m.umid >= 16384
)sql";

}  // namespace

void ask_for(KindTag<UserMapping>, QueryList& queries) {
  queries.add_if_any("pg_foreign_server where oid >= 16384", kUserMappingQuery, Lane::second);
}

void decode(KindTag<UserMapping>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const ObjectId server = object_id(ObjectKind::foreign_server, Identifier(row.string(0)));
    const ObjectId id = part_of(server, ObjectKind::user_mapping, Identifier(row.string(1)));
    if (!reader.catalog().contains(server)) continue;
    reader.put(id, UserMapping{{foreign_options_of(row, 2), !row.boolean(3)}});
  }
}

}  // namespace pgplumb::introspect
