#include <map>

#include "introspect/access_list.hpp"
#include "introspect/extension_contents.hpp"
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

// What extensions bring, where it grants something else than the extension gave. Columns stand
// behind their relation; the letters are those of grantable_kind. The members come first, so that
// each catalog is looked up by them: read whole, it would be read once for each member, since a
// server that has just been filled has no statistics.
constexpr const char* kMemberQuery = R"sql(
with member as materialized (
  select x.extname, e.classid, e.objid
  from pg_extension x
  join pg_depend e on e.refclassid = 'pg_extension'::regclass and e.refobjid = x.oid
                  and e.deptype = 'e'
  where e.objid >= 16384
)
select o.extname, o.kind, o.space, o.name, o.arguments, o.attribute, o.owner, o.acl, i.initprivs
from (
  select m.*, 0, case relkind when 'S' then 'S' else 'r' end, relnamespace, relname,
         null::oidvector, null::name, relowner, relacl
  from member m join pg_class c on m.classid = 'pg_class'::regclass and c.oid = m.objid
  where relacl is not null
  union all
  select m.*, a.attnum, 'r', c.relnamespace, c.relname, null, a.attname, c.relowner, a.attacl
  from member m
  join pg_class c on m.classid = 'pg_class'::regclass and c.oid = m.objid
  join pg_attribute a on a.attrelid = m.objid
  where a.attacl is not null and not a.attisdropped
  union all
  select m.*, 0, 'f', pronamespace, proname, proargtypes, null, proowner, proacl
  from member m join pg_proc p on m.classid = 'pg_proc'::regclass and p.oid = m.objid
  where proacl is not null
  union all
  select m.*, 0, 't', typnamespace, typname, null, null, typowner, typacl
  from member m join pg_type t on m.classid = 'pg_type'::regclass and t.oid = m.objid
  where typacl is not null
  union all
  select m.*, 0, 'w', 0, fdwname, null, null, fdwowner, fdwacl
  from member m
  join pg_foreign_data_wrapper w
    on m.classid = 'pg_foreign_data_wrapper'::regclass and w.oid = m.objid
  where fdwacl is not null
  union all
  select m.*, 0, 's', 0, srvname, null, null, srvowner, srvacl
  from member m
  join pg_foreign_server s on m.classid = 'pg_foreign_server'::regclass and s.oid = m.objid
  where srvacl is not null
  union all
  select m.*, 0, 'l', 0, lanname, null, null, lanowner, lanacl
  from member m join pg_language l on m.classid = 'pg_language'::regclass and l.oid = m.objid
  where lanacl is not null
  union all
  select m.*, 0, 'n', 0, nspname, null, null, nspowner, nspacl
  from member m join pg_namespace n on m.classid = 'pg_namespace'::regclass and n.oid = m.objid
  where nspacl is not null
) o(extname, catalog, oid, part, kind, space, name, arguments, attribute, owner, acl)
left join pg_init_privs i on i.classoid = o.catalog and i.objoid = o.oid and i.objsubid = o.part
where o.acl is distinct from i.initprivs
)sql";

ObjectId member_subject(const pg::Row& row, const Names& names) {
  ExtensionMember member;
  member.name.name = Identifier(row.string(3));
  if (row.oid(2) != 0) member.name.space = names.space(row.oid(2));
  member.grantable = grantable_kind(row.character(1));
  if (member.grantable == ObjectKind::routine) member.kind = ExtensionMember::Kind::routine;
  for (const Oid type : row.oids(4)) member.arguments.push_back(names.type(type));
  const ObjectId subject = *subject_of(member);
  if (row.is_null(5)) return subject;
  return part_of(subject, ObjectKind::attribute, Identifier(row.string(5)));
}

void decode_on_members(const pg::Rows& rows, Reader& reader) {
  for (const pg::Row row : rows) {
    const Identifier extension(row.string(0));
    if (!reader.catalog().contains(object_id(ObjectKind::extension, extension))) continue;
    const ObjectId subject = member_subject(row, reader.names());
    const std::string& owner = reader.names().role(row.oid(6));
    const InitialAccess initial = row.is_null(8)
                                      ? initial_access(subject, owner, reader.server_version())
                                      : privileges_by_role(row.strings(8), owner);
    for (auto& [grantee, privilege] : access_facts(row.strings(7), initial, owner)) {
      privilege.on_member = {extension, {}, {}};
      if (const auto start = initial.find(grantee); start != initial.end()) {
        privilege.on_member->privileges = start->second.privileges;
        privilege.on_member->grant_option = start->second.grant_option;
      }
      reader.put(privilege_on(subject, grantee), std::move(privilege));
    }
  }
}

}  // namespace

void ask_for(KindTag<Privilege>, QueryList& queries) {
  queries.add(kPrivilegeQuery, Lane::second);
  queries.add_if_any("pg_extension where oid >= 16384", kMemberQuery, Lane::second);
}

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
  decode_on_members(rows[1], reader);
}

}  // namespace pgplumb::introspect
