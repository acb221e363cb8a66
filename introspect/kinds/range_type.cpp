#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// The constructors are parts of their types (deptype 'i'), all of one name.
constexpr const char* kRangeTypeQuery = R"sql(
with f as not materialized (
  select p.oid, array[n.nspname::text, p.proname::text] as name
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
), constructor as not materialized (
  select d.refobjid as type, f.name
  from pg_depend d join f on f.oid = d.objid
  where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_type'::regclass and d.deptype = 'i'
)
select t.oid, t.typname, t.typnamespace, t.typowner,
       r.rngsubtype, r.rngsubopc, r.rngcollation,
       (select name from f where f.oid = r.rngcanonical),
       (select name from f where f.oid = r.rngsubdiff),
       r.rngmultitypid,
       (select name from constructor c where c.type = t.oid limit 1),
       (select name from constructor c where c.type = r.rngmultitypid limit 1)
from pg_range r join pg_type t on t.oid = r.rngtypid
where t.oid >= 16384
)sql";

RangeType range_of(const pg::Row& row, const Names& names) {
  RangeType range;
  const Oid subtype = row.oid(4);
  range.subtype = names.type(subtype);
  if (!names.is_default_operator_class(row.oid(5), subtype)) {
    range.operator_class = names.operator_class(row.oid(5)).name;
  }
  if (row.oid(6) != names.type_entry(subtype).collation) {
    range.collation = names.collation(row.oid(6));
  }
  range.canonical_function = name_at(row, 7);
  range.difference_function = name_at(row, 8);
  range.multirange = names.type_entry(row.oid(9)).name;
  range.constructor = name_at(row, 10);
  range.multirange_constructor = name_at(row, 11);
  return range;
}

}  // namespace

void ask_for(KindTag<RangeType>, QueryList& queries) {
  queries.add_if_any("pg_range where rngtypid >= 16384", kRangeTypeQuery, Lane::first);
}

void decode(KindTag<RangeType>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_type, row.oid(0)};
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    reader.put(address, object_id(ObjectKind::range_type, name), range_of(row, names), row.oid(3));
  }
}

}  // namespace pgplumb::introspect
