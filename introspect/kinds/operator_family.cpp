#include "introspect/family_members.hpp"
#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kOperatorFamilyQuery = R"sql(
select oid, opfname, opfnamespace, opfowner, opfmethod from pg_opfamily where oid >= 16384
)sql";

}  // namespace

void ask_for(KindTag<OperatorFamily>, QueryList& queries) {
  constexpr const char* kSource = "pg_opfamily where oid >= 16384";
  queries.add_if_any(kSource, kOperatorFamilyQuery, Lane::first);
  queries.add_if_any(kSource, family_operators_query("pg_opfamily"), Lane::first);
  queries.add_if_any(kSource, family_functions_query("pg_opfamily"), Lane::first);
}

void decode(KindTag<OperatorFamily>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  const auto members = family_members(rows[1], rows[2], names);
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_opfamily, row.oid(0)};
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    OperatorFamily family;
    const auto found = members.find(address.oid);
    if (found != members.end()) family.members = found->second;
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    reader.put(address,
               method_object_id(ObjectKind::operator_family, name, names.access_method(row.oid(4))),
               std::move(family), row.oid(3));
  }
}

}  // namespace pgplumb::introspect
