#include "introspect/column_storage.hpp"
#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// The first five columns are what Names reads, too (of materialized views, which can be indexed,
// nothing else is used). attstattarget was -1 for "default" before
// PostgreSQL 17 and is NULL from there on. NOT NULL is a constraint from PostgreSQL 18 on.
constexpr int kNotNullIsConstraint = 180000;

constexpr const char* kAttributeColumns = R"sql(
select a.attrelid, a.attnum, a.attname, a.atttypid, a.attcollation,
       a.atttypmod, case when a.atttypmod >= 0 and a.atttypid >= 16384
                         then format_type(a.atttypid, a.atttypmod) end,
       a.attnotnull, a.attidentity, a.attgenerated, a.attstorage, a.attcompression,
       nullif(a.attstattarget, -1), a.attoptions, a.attislocal, a.attinhcount,
       a.attfdwoptions)sql";

constexpr const char* kNotNull =
    ", n.conname, coalesce(n.convalidated, true), coalesce(n.connoinherit, false)";
constexpr const char* kNoNotNull = ", null, true, false";

constexpr const char* kAttributeFrom = R"sql(
from pg_attribute a
join pg_class c on c.oid = a.attrelid)sql";

constexpr const char* kNotNullFrom = R"sql(
left join pg_constraint n on n.conrelid = a.attrelid and n.contype = 'n'
                         and n.conkey[1] = a.attnum)sql";

constexpr const char* kAttributeWhere = R"sql(
where a.attrelid >= 16384 and a.attnum > 0 and not a.attisdropped
  and c.relkind in ('r', 'p', 'm', 'f') and c.relpersistence <> 't'
)sql";

struct AttributeColumn {
  enum Index : std::size_t {
    relation,
    number,
    name,
    type,
    collation,
    typmod,
    formatted,
    not_null,
    identity,
    generated,
    storage,
    compression,
    statistics_target,
    options,
    local,
    inherited_from,
    foreign_options,
    not_null_name,
    not_null_validated,
    not_null_no_inherit,
  };
};

std::string attribute_query(int version) {
  const bool is_constraint = version >= kNotNullIsConstraint;
  return std::string(kAttributeColumns) + (is_constraint ? kNotNull : kNoNotNull) + kAttributeFrom +
         (is_constraint ? kNotNullFrom : "") + kAttributeWhere;
}

Identity identity_of(char letter) {
  if (letter == 'a') return Identity::always;
  return letter == 'd' ? Identity::by_default : Identity::none;
}

Generated generated_of(char letter) {
  if (letter == 's') return Generated::stored;
  return letter == 'v' ? Generated::virtual_ : Generated::none;
}

Attribute attribute_of(const pg::Row& row, const Names& names) {
  using enum AttributeColumn::Index;
  const TypeEntry& type_entry = names.type_entry(row.oid(type));
  Attribute attribute;
  attribute.position = names.position(row.oid(relation), row.integer(number));
  attribute.type = names.type(row.oid(type), row.integer(typmod), row.text(formatted));
  attribute.not_null = row.boolean(not_null);
  attribute.not_null_name = {Identifier(row.string(not_null_name))};
  attribute.not_null_validated = row.boolean(not_null_validated);
  attribute.not_null_no_inherit = row.boolean(not_null_no_inherit);
  if (row.oid(collation) != type_entry.collation) {
    attribute.collation = names.collation(row.oid(collation));
  }
  attribute.identity = identity_of(row.character(identity));
  attribute.generated = generated_of(row.character(generated));
  attribute.storage = storage_of(row.character(storage), type_entry.storage);
  attribute.compression = compression_of(row.character(compression));
  if (!row.is_null(statistics_target)) {
    attribute.statistics_target = static_cast<int>(row.integer(statistics_target));
  }
  attribute.options = sorted_options(row, options);
  attribute.local = row.boolean(local);
  attribute.inherited_from = static_cast<int>(row.integer(inherited_from));
  attribute.foreign_options = foreign_options_of(row, foreign_options);
  return attribute;
}

}  // namespace

void ask_for(KindTag<Attribute>, QueryList& queries) {
  queries.add(attribute_query(queries.server_version()), Lane::first);
}

void decode(KindTag<Attribute>, const SlotRows& rows, Reader& reader) {
  using enum AttributeColumn::Index;
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const ObjectId* holder = reader.find({CatalogOid::pg_class, row.oid(relation)});
    if (holder == nullptr || holder->kind != ObjectKind::relation) continue;
    reader.put(part_of(*holder, ObjectKind::attribute, Identifier(row.string(name))),
               attribute_of(row, names));
  }
}

}  // namespace pgplumb::introspect
