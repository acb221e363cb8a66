#include "introspect/family_members.hpp"
#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kOperatorClassQuery = R"sql(
select c.oid, c.opcname, c.opcnamespace, c.opcowner, c.opcmethod, c.opcintype, c.opcdefault,
       array[n.nspname::text, f.opfname::text], c.opckeytype
from pg_opclass c
join pg_opfamily f on f.oid = c.opcfamily
join pg_namespace n on n.oid = f.opfnamespace
where c.oid >= 16384
)sql";

OperatorClass class_of(const pg::Row& row, const Names& names) {
  OperatorClass operator_class;
  operator_class.type = names.type(row.oid(5));
  operator_class.is_default = row.boolean(6);
  operator_class.family = name_at(row, 7);
  if (row.oid(8) != 0) operator_class.storage = names.type(row.oid(8));
  return operator_class;
}

}  // namespace

void ask_for(KindTag<OperatorClass>, QueryList& queries) {
  constexpr const char* kSource = "pg_opclass where oid >= 16384";
  queries.add_if_any(kSource, kOperatorClassQuery, Lane::first);
  queries.add_if_any(kSource, family_operators_query("pg_opclass"), Lane::first);
  queries.add_if_any(kSource, family_functions_query("pg_opclass"), Lane::first);
}

void decode(KindTag<OperatorClass>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  const auto members = family_members(rows[1], rows[2], names);
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_opclass, row.oid(0)};
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    OperatorClass operator_class = class_of(row, names);
    const auto found = members.find(address.oid);
    if (found != members.end()) operator_class.members = found->second;
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    reader.put(address,
               method_object_id(ObjectKind::operator_class, name, names.access_method(row.oid(4))),
               std::move(operator_class), row.oid(3));
  }
}

}  // namespace pgplumb::introspect
