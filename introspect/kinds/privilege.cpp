#include <map>

#include "introspect/access_list.hpp"
#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kPrivilegeQuery = R"sql(
select 'pg_class'::regclass::oid, oid, null, relowner, relacl
from pg_class where relacl is not null and oid >= 16384
union all
select 'pg_class'::regclass, a.attrelid, a.attname, c.relowner, a.attacl
from pg_attribute a join pg_class c on c.oid = a.attrelid
where a.attacl is not null and a.attrelid >= 16384 and not a.attisdropped
union all
select 'pg_proc'::regclass, oid, null, proowner, proacl
from pg_proc where proacl is not null and oid >= 16384
union all
select 'pg_type'::regclass, oid, null, typowner, typacl
from pg_type where typacl is not null and oid >= 16384
union all
select 'pg_foreign_data_wrapper'::regclass, oid, null, fdwowner, fdwacl
from pg_foreign_data_wrapper where fdwacl is not null and oid >= 16384
union all
select 'pg_foreign_server'::regclass, oid, null, srvowner, srvacl
from pg_foreign_server where srvacl is not null and oid >= 16384
union all
select 'pg_language'::regclass, oid, null, lanowner, lanacl
from pg_language where lanacl is not null and oid >= 16384
union all
select 'pg_namespace'::regclass, oid, null, nspowner, coalesce(nspacl, acldefault('n', nspowner))
from pg_namespace
where nspacl is not null and (oid >= 16384 or oid = 2200) or nspname = 'public'
)sql";

}  // namespace

void ask_for(KindTag<Privilege>, QueryList& queries) { queries.add(kPrivilegeQuery, Lane::second); }

void decode(KindTag<Privilege>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const Address address{static_cast<CatalogOid>(row.oid(0)), row.oid(1)};
    const ObjectId* found = reader.find(address);
    if (found == nullptr) continue;
    ObjectId subject = *found;
    if (!row.is_null(2)) {
      subject = part_of(subject, ObjectKind::attribute, Identifier(row.string(2)));
    }
    const std::string& owner = reader.names().role(row.oid(3));
    const InitialAccess initial = initial_access(subject, owner, reader.server_version());
    for (auto& [grantee, privilege] : access_facts(row.strings(4), initial, owner)) {
      reader.put(privilege_on(subject, grantee), std::move(privilege));
    }
  }
}

}  // namespace pgplumb::introspect
