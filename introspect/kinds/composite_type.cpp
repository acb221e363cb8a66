#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// A type without columns gives one row without a column.
constexpr const char* kCompositeTypeQuery = R"sql(
select t.oid, t.typrelid, t.typname, t.typnamespace, t.typowner,
       a.attname, a.atttypid, a.atttypmod,
       case when a.atttypmod >= 0 and a.atttypid >= 16384
            then format_type(a.atttypid, a.atttypmod) end,
       a.attcollation
from pg_class c
join pg_type t on t.typrelid = c.oid
left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind = 'c' and c.oid >= 16384
order by t.oid, a.attnum
)sql";

CompositeAttribute composite_attribute_of(const pg::Row& row, const Names& names) {
  CompositeAttribute attribute;
  attribute.name = Identifier(row.string(5));
  attribute.type = names.type(row.oid(6), row.integer(7), row.text(8));
  if (row.oid(9) != names.type_entry(row.oid(6)).collation) {
    attribute.collation = names.collation(row.oid(9));
  }
  return attribute;
}

}  // namespace

void ask_for(KindTag<CompositeType>, QueryList& queries) {
  queries.add_if_any("pg_class where relkind = 'c' and oid >= 16384", kCompositeTypeQuery,
                     Lane::first);
}

void decode(KindTag<CompositeType>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (std::size_t at = 0; at < rows[0].size();) {
    const pg::Row first = rows[0][at];
    const Address address{CatalogOid::pg_type, first.oid(0)};
    CompositeType type;
    for (; at < rows[0].size() && rows[0][at].oid(0) == address.oid; ++at) {
      if (!rows[0][at].is_null(5))
        type.attributes.push_back(composite_attribute_of(rows[0][at], names));
    }
    if (!names.user_space(first.oid(3)) || names.is_extension_member(address)) continue;
    const ObjectId id = object_id(ObjectKind::composite_type,
                                  {names.space(first.oid(3)), Identifier(first.string(2))});
    reader.put(address, id, std::move(type), first.oid(4));
    reader.also_at({CatalogOid::pg_class, first.oid(1)}, id);
  }
}

}  // namespace pgplumb::introspect
