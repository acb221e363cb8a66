#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kNamespaceQuery = "select oid, nspname, nspowner from pg_namespace";

// Every database starts with the namespace public, and its first owner is no fact.
std::string initial_owner_of_public(const Reader& reader) {
  constexpr int kDatabaseOwner = 150000;
  if (reader.server_version() >= kDatabaseOwner) return "pg_database_owner";
  return reader.names().role(kBootstrapSuperuser);
}

}  // namespace

void ask_for(KindTag<Namespace>, QueryList& queries) { queries.add(kNamespaceQuery, Lane::first); }

void decode(KindTag<Namespace>, const SlotRows& rows, Reader& reader) {
  reader.catalog().public_owner = initial_owner_of_public(reader);
  for (const pg::Row row : rows[0]) {
    const Oid oid = row.oid(0);
    const Address address{CatalogOid::pg_namespace, oid};
    if (!reader.names().user_space(oid) || reader.names().is_extension_member(address)) continue;
    const Oid owner = row.oid(2);
    const ObjectId id = object_id(ObjectKind::namespace_, Identifier(row.string(1)));
    const bool is_initial =
        is_public_namespace(id) && reader.names().role(owner) == reader.catalog().public_owner;
    reader.put(address, id, Namespace{}, is_initial ? 0 : owner);
  }
}

}  // namespace pgplumb::introspect
