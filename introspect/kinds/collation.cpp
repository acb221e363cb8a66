#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// PostgreSQL 14 keeps the locale of an ICU collation where those of libc are, 15 and 16 in
// colliculocale, 17 in colllocale; 16 brought rules.
std::string query_for(int server_version) {
  constexpr int kOwnColumn = 150000;
  constexpr int kRules = 160000;
  constexpr int kOneLocale = 170000;
  std::string locale = "case when collprovider = 'i' then collcollate end";
  if (server_version >= kOwnColumn) locale = "colliculocale";
  if (server_version >= kOneLocale) locale = "colllocale";
  return "select oid, collname, collnamespace, collowner, collprovider, collisdeterministic, "
         "collcollate, collctype, " +
         locale + ", " + (server_version >= kRules ? "collicurules" : "null") +
         " from pg_collation where oid >= 16384";
}

CollationProvider provider_of(char letter) {
  if (letter == 'i') return CollationProvider::icu;
  return letter == 'b' ? CollationProvider::builtin : CollationProvider::libc;
}

Collation collation_of(const pg::Row& row) {
  Collation collation;
  collation.provider = provider_of(row.character(4));
  collation.deterministic = row.boolean(5);
  if (collation.provider == CollationProvider::libc) {
    collation.collate.name = row.string(6);
    collation.ctype.name = row.string(7);
  } else {
    collation.locale.name = row.string(8);
  }
  collation.rules = row.string(9);
  return collation;
}

}  // namespace

void ask_for(KindTag<Collation>, QueryList& queries) {
  queries.add_if_any("pg_collation where oid >= 16384", query_for(queries.server_version()),
                     Lane::first);
}

void decode(KindTag<Collation>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_collation, row.oid(0)};
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    reader.put(address, object_id(ObjectKind::collation, name), collation_of(row), row.oid(3));
  }
}

}  // namespace pgplumb::introspect
