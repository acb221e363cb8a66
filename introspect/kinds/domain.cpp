#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kDomainQuery = R"sql(
select oid, typname, typnamespace, typowner, typbasetype, typtypmod,
       case when typtypmod >= 0 and typbasetype >= 16384
            then format_type(typbasetype, typtypmod) end,
       typnotnull, typcollation, pg_get_expr(typdefaultbin, 0)
from pg_type
where typtype = 'd' and oid >= 16384
)sql";

Domain domain_of(const pg::Row& row, const Names& names) {
  Domain domain;
  domain.type = names.type(row.oid(4), row.integer(5), row.text(6));
  domain.not_null = row.boolean(7);
  const Oid collation = row.oid(8);
  if (collation != names.type_entry(row.oid(4)).collation) {
    domain.collation = names.collation(collation);
  }
  if (!row.is_null(9)) domain.default_value = Reader::expression(row.text(9));
  return domain;
}

}  // namespace

void ask_for(KindTag<Domain>, QueryList& queries) {
  queries.add_if_any("pg_type where typtype = 'd' and oid >= 16384", kDomainQuery, Lane::first);
}

void decode(KindTag<Domain>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_type, row.oid(0)};
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    reader.put(address, object_id(ObjectKind::domain, name), domain_of(row, names), row.oid(3));
  }
}

}  // namespace pgplumb::introspect
