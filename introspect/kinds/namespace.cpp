#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kQuery = "select oid, nspname, nspowner from pg_namespace";

// Every database starts with the namespace public. Its first owner is no fact: pg_database_owner
// from PostgreSQL 15 on, the superuser of initdb before.
bool is_initial_owner(const Reader& reader, Oid space, Oid owner) {
  constexpr int kDatabaseOwner = 150000;
  if (space != kPublicNamespace) return false;
  if (reader.server_version() < kDatabaseOwner) return owner == kBootstrapSuperuser;
  return reader.names().role(owner) == "pg_database_owner";
}

}  // namespace

void ask_for(KindTag<Namespace>, QueryList& queries) { queries.add(kQuery, Lane::first); }

void decode(KindTag<Namespace>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const Oid oid = row.oid(0);
    const Address address{CatalogOid::pg_namespace, oid};
    if (!reader.names().user_space(oid) || reader.names().is_extension_member(address)) continue;
    const Oid owner = row.oid(2);
    reader.put(address, object_id(ObjectKind::namespace_, Identifier(row.string(1))), Namespace{},
               is_initial_owner(reader, oid, owner) ? 0 : owner);
  }
}

}  // namespace pgplumb::introspect
