#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// Array types have no array type.
constexpr const char* kBaseTypeQuery = R"sql(
with f as not materialized (
  select p.oid, array[n.nspname::text, p.proname::text] as name
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
)
select t.oid, t.typname, t.typnamespace, t.typowner,
       (select name from f where f.oid = t.typinput),
       (select name from f where f.oid = t.typoutput),
       (select name from f where f.oid = t.typreceive),
       (select name from f where f.oid = t.typsend),
       (select name from f where f.oid = t.typmodin),
       (select name from f where f.oid = t.typmodout),
       (select name from f where f.oid = t.typanalyze),
       (select name from f where f.oid = t.typsubscript),
       t.typlen, t.typbyval, t.typalign, t.typstorage, t.typcategory, t.typispreferred,
       t.typdefault, t.typelem, t.typdelim, t.typcollation <> 0
from pg_type t
where t.typtype = 'b' and t.typarray <> 0 and t.typisdefined and t.oid >= 16384
)sql";

Alignment alignment_of(char letter) {
  switch (letter) {
    case 'c': return Alignment::char_;
    case 's': return Alignment::int2;
    case 'd': return Alignment::double_;
    default: return Alignment::int4;
  }
}

Storage storage_of(char letter) {
  switch (letter) {
    case 'e': return Storage::external;
    case 'x': return Storage::extended;
    case 'm': return Storage::main;
    default: return Storage::plain;
  }
}

BaseType type_of(const pg::Row& row, const Names& names) {
  BaseType type;
  type.input = name_at(row, 4);
  type.output = name_at(row, 5);
  type.receive = name_at(row, 6);
  type.send = name_at(row, 7);
  type.modifier_input = name_at(row, 8);
  type.modifier_output = name_at(row, 9);
  type.analyze = name_at(row, 10);
  type.subscript = name_at(row, 11);
  type.internal_length = static_cast<int>(row.integer(12));
  type.passed_by_value = row.boolean(13);
  type.alignment = alignment_of(row.character(14));
  type.storage = storage_of(row.character(15));
  type.category = row.string(16);
  type.preferred = row.boolean(17);
  type.default_value = row.optional_string(18);
  if (row.oid(19) != 0) type.element = names.type(row.oid(19));
  type.delimiter = row.string(20);
  type.collatable = row.boolean(21);
  return type;
}

}  // namespace

void ask_for(KindTag<BaseType>, QueryList& queries) {
  queries.add_if_any("pg_type where typtype = 'b' and typarray <> 0 and oid >= 16384",
                     kBaseTypeQuery, Lane::first);
}

void decode(KindTag<BaseType>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_type, row.oid(0)};
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    reader.put(address, object_id(ObjectKind::base_type, name), type_of(row, names), row.oid(3));
  }
}

}  // namespace pgplumb::introspect
