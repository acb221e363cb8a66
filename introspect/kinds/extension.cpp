#include "introspect/access_list.hpp"
#include "introspect/extension_contents.hpp"
#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kExtensionQuery = R"sql(
select e.oid, e.extname, e.extnamespace, e.extversion,
       array(select r.extname from pg_depend d join pg_extension r on r.oid = d.refobjid
             where d.classid = 'pg_extension'::regclass and d.objid = e.oid
               and d.refclassid = 'pg_extension'::regclass and d.deptype = 'n' order by 1)
from pg_extension e
)sql";

// One row per member that SQL text can name. From the eighth column on: whether an operator class
// is its access method's default for the type; whether a routine is a procedure; the letter of
// grantable_kind, or NULL; its owner (NULL for what initdb made); what the extension itself grants.
constexpr const char* kMembers = R"sql(
with member as materialized (
  select d.classid, d.objid, d.refobjid as extension, d.objid >= 16384 as own, i.initprivs
  from pg_depend d left join pg_init_privs i
    on i.classoid = d.classid and i.objoid = d.objid and i.objsubid = 0
  where d.refclassid = 'pg_extension'::regclass and d.deptype = 'e'
)
select m.extension, 't', t.typnamespace, t.typname, null::oidvector, null::oid, null::oid, false,
       false, 't'::text, case when m.own then t.typowner end, m.initprivs
from member m join pg_type t on m.classid = 'pg_type'::regclass and t.oid = m.objid
union all
select m.extension, 'f', p.pronamespace, p.proname, p.proargtypes, p.prorettype, null, false,
       p.prokind = 'p', 'f', case when m.own then p.proowner end, m.initprivs
from member m join pg_proc p on m.classid = 'pg_proc'::regclass and p.oid = m.objid
union all
select m.extension, 'o', o.oprnamespace, o.oprname,
       (o.oprleft::text || ' ' || o.oprright::text)::oidvector, o.oprresult, null, false,
       false, null, null, null
from member m join pg_operator o on m.classid = 'pg_operator'::regclass and o.oid = m.objid
union all
select m.extension, 'c', c.opcnamespace, c.opcname, c.opcintype::text::oidvector, null,
       c.opcmethod, c.opcdefault, false, null, null, null
from member m join pg_opclass c on m.classid = 'pg_opclass'::regclass and c.oid = m.objid
union all
select m.extension, 'r', c.relnamespace, c.relname, null, null, null, false,
       false, case when c.relkind = 'S' then 'S' when c.relkind in ('r', 'v', 'm', 'f', 'p') then 'r'
              end,
       case when m.own then c.relowner end, m.initprivs
from member m join pg_class c on m.classid = 'pg_class'::regclass and c.oid = m.objid
union all
select m.extension, 'x', other.space, other.name, null, null, null, false,
       false, other.letter, case when m.own then other.owner end, m.initprivs
from member m join (
  select 'pg_collation'::regclass, oid, collnamespace, collname, null::text, null::oid
  from pg_collation
  union all select 'pg_conversion'::regclass, oid, connamespace, conname, null, null
            from pg_conversion
  union all select 'pg_opfamily'::regclass, oid, opfnamespace, opfname, null, null from pg_opfamily
  union all select 'pg_ts_parser'::regclass, oid, prsnamespace, prsname, null, null
            from pg_ts_parser
  union all select 'pg_ts_template'::regclass, oid, tmplnamespace, tmplname, null, null
            from pg_ts_template
  union all select 'pg_ts_dict'::regclass, oid, dictnamespace, dictname, null, null from pg_ts_dict
  union all select 'pg_ts_config'::regclass, oid, cfgnamespace, cfgname, null, null
            from pg_ts_config
  union all select 'pg_statistic_ext'::regclass, oid, stxnamespace, stxname, null, null
            from pg_statistic_ext
  union all select 'pg_foreign_data_wrapper'::regclass, oid, 0, fdwname, 'w', fdwowner
            from pg_foreign_data_wrapper
  union all select 'pg_foreign_server'::regclass, oid, 0, srvname, 's', srvowner
            from pg_foreign_server
  union all select 'pg_language'::regclass, oid, 0, lanname, 'l', lanowner from pg_language
  union all select 'pg_namespace'::regclass, oid, 0, nspname, 'n', nspowner from pg_namespace
  union all select 'pg_am'::regclass, oid, 0, amname, null, null from pg_am
  union all select 'pg_event_trigger'::regclass, oid, 0, evtname, null, null from pg_event_trigger
) other(catalog, oid, space, name, letter, owner)
  on m.classid = other.catalog and m.objid = other.oid
)sql";

ExtensionMember::Kind member_kind(char letter) {
  switch (letter) {
    case 't': return ExtensionMember::Kind::type;
    case 'f': return ExtensionMember::Kind::routine;
    case 'o': return ExtensionMember::Kind::operator_;
    case 'c': return ExtensionMember::Kind::operator_class;
    case 'r': return ExtensionMember::Kind::relation;
    default: return ExtensionMember::Kind::other;
  }
}

ExtensionMember member_of(const pg::Row& row, const Names& names) {
  ExtensionMember member;
  member.kind = member_kind(row.character(1));
  const Identifier space = row.oid(2) == 0 ? Identifier() : names.space(row.oid(2));
  member.name = {space, Identifier(row.string(3))};
  for (const Oid type : row.oids(4)) {
    member.arguments.push_back(type == 0 ? TypeRef{} : names.type(type));
  }
  if (row.oid(5) != 0) member.result = names.type(row.oid(5));
  member.method = names.access_method(row.oid(6)).text();
  member.is_default = row.boolean(7);
  member.procedure = row.boolean(8);
  if (row.is_null(10)) return member;
  member.grantable = grantable_kind(row.character(9));
  member.owner = names.role(row.oid(10));
  if (!row.is_null(11)) member.initial = privileges_by_role(row.strings(11), member.owner);
  return member;
}

}  // namespace

void ask_for(KindTag<Extension>, QueryList& queries) {
  queries.add(kExtensionQuery, Lane::early);
  queries.add(kMembers, Lane::early);
}

void decode(KindTag<Extension>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    Extension extension;
    extension.space = reader.names().space(row.oid(2));
    extension.version = row.string(3);
    for (const std::string& name : row.strings(4)) extension.prerequisites.emplace_back(name);
    reader.put({CatalogOid::pg_extension, row.oid(0)},
               object_id(ObjectKind::extension, Identifier(row.string(1))), std::move(extension));
  }
}

std::optional<ObjectKind> grantable_kind(char letter) {
  switch (letter) {
    case 'r': return ObjectKind::relation;
    case 'S': return ObjectKind::sequence;
    case 'f': return ObjectKind::routine;
    case 't': return ObjectKind::base_type;
    case 'w': return ObjectKind::foreign_data_wrapper;
    case 's': return ObjectKind::foreign_server;
    case 'l': return ObjectKind::language;
    case 'n': return ObjectKind::namespace_;
    default: return std::nullopt;
  }
}

ExtensionContents extension_contents(const SlotRows& rows, const Names& names) {
  ExtensionContents contents;
  std::unordered_map<Oid, std::vector<ExtensionMember>*> by_oid;
  for (const pg::Row row : rows[0]) by_oid.emplace(row.oid(0), &contents[row.string(1)]);
  for (const pg::Row row : rows[1]) {
    const auto found = by_oid.find(row.oid(0));
    if (found != by_oid.end()) found->second->push_back(member_of(row, names));
  }
  return contents;
}

}  // namespace pgplumb::introspect
