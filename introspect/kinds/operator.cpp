#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kOperatorQuery = R"sql(
with f as not materialized (
  select p.oid, array[n.nspname::text, p.proname::text] as name
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
), other as not materialized (
  select o.oid, array[n.nspname::text, o.oprname::text] as name
  from pg_operator o join pg_namespace n on n.oid = o.oprnamespace
)
select o.oid, o.oprname, o.oprnamespace, o.oprowner, o.oprleft, o.oprright, o.oprresult,
       (select name from f where f.oid = o.oprcode),
       (select name from other where other.oid = o.oprcom),
       (select name from other where other.oid = o.oprnegate),
       (select name from f where f.oid = o.oprrest),
       (select name from f where f.oid = o.oprjoin),
       o.oprcanhash, o.oprcanmerge
from pg_operator o
where o.oid >= 16384
)sql";

Operator operator_of(const pg::Row& row, const Names& names) {
  Operator op;
  if (row.oid(4) != 0) op.left = names.type(row.oid(4));
  op.right = names.type(row.oid(5));
  if (row.oid(6) != 0) op.result = names.type(row.oid(6));
  op.function = name_at(row, 7);
  op.commutator = name_at(row, 8);
  op.negator = name_at(row, 9);
  op.restrict_estimator = name_at(row, 10);
  op.join_estimator = name_at(row, 11);
  op.hashes = row.boolean(12);
  op.merges = row.boolean(13);
  return op;
}

}  // namespace

void ask_for(KindTag<Operator>, QueryList& queries) {
  queries.add_if_any("pg_operator where oid >= 16384", kOperatorQuery, Lane::first);
}

void decode(KindTag<Operator>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_operator, row.oid(0)};
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    Operator op = operator_of(row, names);
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    const ObjectId id = operator_id(name, op.left, op.right);
    reader.put(address, id, std::move(op), row.oid(3));
  }
}

}  // namespace pgplumb::introspect
