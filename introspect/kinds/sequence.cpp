#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// deptype 'a' is OWNED BY (serial columns too), 'i' an identity column.
constexpr const char* kSequenceQuery = R"sql(
select s.seqrelid, c.relowner, c.relpersistence, s.seqtypid, s.seqstart, s.seqincrement,
       s.seqmin, s.seqmax, s.seqcache, s.seqcycle, d.deptype, d.refobjid, d.refobjsubid
from pg_sequence s
join pg_class c on c.oid = s.seqrelid
left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.seqrelid
                     and d.objsubid = 0 and d.refclassid = 'pg_class'::regclass
                     and d.refobjsubid > 0 and d.deptype in ('a', 'i')
where s.seqrelid >= 16384 and c.relpersistence <> 't'
)sql";

struct SequenceColumn {
  enum Index : std::size_t {
    oid,
    owner,
    persistence,
    type,
    start,
    increment,
    minimum,
    maximum,
    cache,
    cycle,
    ownership,
    owner_relation,
    owner_attribute,
  };
};

Sequence sequence_of(const pg::Row& row, const Names& names) {
  using enum SequenceColumn::Index;
  Sequence sequence;
  sequence.type = names.type(row.oid(type));
  sequence.start = row.integer(start);
  sequence.increment = row.integer(increment);
  sequence.minimum = row.integer(minimum);
  sequence.maximum = row.integer(maximum);
  sequence.cache = row.integer(cache);
  sequence.cycle = row.boolean(cycle);
  if (row.oid(owner_relation) != 0) {
    sequence.owner_relation = names.relation(row.oid(owner_relation)).name;
    sequence.owner_attribute =
        names.attribute(row.oid(owner_relation), row.integer(owner_attribute)).name;
    sequence.identity = row.character(ownership) == 'i';
  }
  if (row.character(persistence) == 'u') sequence.persistence = Persistence::unlogged;
  return sequence;
}

}  // namespace

void ask_for(KindTag<Sequence>, QueryList& queries) { queries.add(kSequenceQuery, Lane::second); }

void decode(KindTag<Sequence>, const SlotRows& rows, Reader& reader) {
  using enum SequenceColumn::Index;
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Oid owned_by = row.oid(owner_relation);
    if (!names.in_model(row.oid(oid)) || (owned_by != 0 && !names.in_model(owned_by))) continue;
    reader.put({CatalogOid::pg_class, row.oid(oid)}, names.relation_id(row.oid(oid)),
               sequence_of(row, names), row.oid(owner));
  }
}

}  // namespace pgplumb::introspect
