#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// An enum may have no label at all.
constexpr const char* kEnumTypeQuery = R"sql(
select t.oid, t.typname, t.typnamespace, t.typowner,
       array(select e.enumlabel from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder)
from pg_type t
where t.typtype = 'e' and t.oid >= 16384
)sql";

}  // namespace

void ask_for(KindTag<EnumType>, QueryList& queries) {
  queries.add_if_any("pg_type where typtype = 'e' and oid >= 16384", kEnumTypeQuery, Lane::first);
}

void decode(KindTag<EnumType>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_type, row.oid(0)};
    const Names& names = reader.names();
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    EnumType type;
    type.labels = row.strings(4);
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    reader.put(address, object_id(ObjectKind::enum_type, name), std::move(type), row.oid(3));
  }
}

}  // namespace pgplumb::introspect
