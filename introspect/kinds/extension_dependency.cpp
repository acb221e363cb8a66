#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// Indexes of constraints are no objects of their own.
constexpr const char* kDependencyQuery = R"sql(
select case when k.oid is null then d.classid else 'pg_constraint'::regclass::oid end,
       coalesce(k.oid, d.objid), e.extname
from pg_depend d join pg_extension e on e.oid = d.refobjid
left join pg_constraint k on d.classid = 'pg_class'::regclass and k.conindid = d.objid
                         and k.contype in ('p', 'u', 'x')
where d.refclassid = 'pg_extension'::regclass and d.deptype = 'x'
)sql";

}  // namespace

void ask_for(KindTag<ExtensionDependency>, QueryList& queries) {
  queries.add_if_any("pg_depend where refclassid = 'pg_extension'::regclass and deptype = 'x'",
                     kDependencyQuery, Lane::second);
}

void decode(KindTag<ExtensionDependency>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const ObjectId* subject = reader.find({static_cast<CatalogOid>(row.oid(0)), row.oid(1)});
    if (subject == nullptr) continue;
    reader.put(dependency_of(*subject, row.string(2)), ExtensionDependency{});
  }
}

}  // namespace pgplumb::introspect
