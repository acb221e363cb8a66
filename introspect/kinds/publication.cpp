#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kPublicationQuery = R"sql(
select oid, pubname, pubowner, puballtables, pubinsert, pubupdate, pubdelete, pubtruncate,
       pubviaroot, )sql";
constexpr const char* kPublicationFrom = " from pg_publication";

struct PublicationColumn {
  enum Index : std::size_t {
    oid,
    name,
    owner,
    all_tables,
    inserts,
    updates,
    deletes,
    truncates,
    via_root,
    generated_columns,
  };
};

}  // namespace

void ask_for(KindTag<Publication>, QueryList& queries) {
  constexpr int kGeneratedColumns = 180000;
  const bool has = queries.server_version() >= kGeneratedColumns;
  queries.add_if_any(
      "pg_publication",
      std::string(kPublicationQuery) + (has ? "pubgencols" : "'n'::\"char\"") + kPublicationFrom,
      Lane::first);
}

void decode(KindTag<Publication>, const SlotRows& rows, Reader& reader) {
  using enum PublicationColumn::Index;
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_publication, row.oid(oid)};
    if (reader.names().is_extension_member(address)) continue;
    Publication publication;
    publication.all_tables = row.boolean(all_tables);
    publication.publishes_insert = row.boolean(inserts);
    publication.publishes_update = row.boolean(updates);
    publication.publishes_delete = row.boolean(deletes);
    publication.publishes_truncate = row.boolean(truncates);
    publication.via_partition_root = row.boolean(via_root);
    if (row.character(generated_columns) == 's') {
      publication.generated_columns = PublishedGenerated::stored;
    }
    reader.put(address, object_id(ObjectKind::publication, Identifier(row.string(name))),
               publication, row.oid(owner));
  }
}

}  // namespace pgplumb::introspect
