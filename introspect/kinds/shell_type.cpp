#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kShellTypeQuery = R"sql(
select oid, typname, typnamespace, typowner from pg_type where not typisdefined and oid >= 16384
)sql";

}  // namespace

void ask_for(KindTag<ShellType>, QueryList& queries) { queries.add(kShellTypeQuery, Lane::first); }

void decode(KindTag<ShellType>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_type, row.oid(0)};
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    reader.put(address, object_id(ObjectKind::shell_type, name), ShellType{}, row.oid(3));
  }
}

}  // namespace pgplumb::introspect
