#include "introspect/index_columns.hpp"
#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// Without the indexes that constraints own.
constexpr const char* kFrom = R"sql(
from pg_index i
join pg_class c on c.oid = i.indexrelid
where i.indexrelid >= 16384 and c.relpersistence <> 't'
  and c.relnamespace <> 'pg_toast'::regnamespace
  and not exists (select from pg_constraint k
                  where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
)sql";

// Parameters of operator classes. Those of exclusion constraints are in constraint.cpp.
constexpr const char* kOperatorClassOptions = R"sql(
select a.attrelid, a.attnum, a.attoptions
from pg_attribute a join pg_class c on c.oid = a.attrelid
where a.attrelid >= 16384 and a.attoptions is not null and c.relkind in ('i', 'I')
)sql";

// Expressions have statistics of their own; NULL or -1 is the default.
constexpr const char* kStatistics = R"sql(
select a.attrelid, a.attnum, a.attstattarget
from pg_attribute a join pg_class c on c.oid = a.attrelid
where a.attrelid >= 16384 and a.attstattarget >= 0 and c.relkind in ('i', 'I')
order by a.attnum
)sql";

void read_statistics(const pg::Rows& rows, Reader& reader) {
  for (const pg::Row row : rows) {
    const ObjectId* id = reader.find({CatalogOid::pg_class, row.oid(0)});
    Index* index = id == nullptr ? nullptr : reader.catalog().get<Index>(*id);
    if (index == nullptr) continue;
    index->statistics_targets.push_back(row.string(1) + "=" + row.string(2));
  }
}

void read_operator_class_options(const pg::Rows& rows, Reader& reader) {
  for (const pg::Row row : rows) {
    const ObjectId* id = reader.find({CatalogOid::pg_class, row.oid(0)});
    Index* index = id == nullptr ? nullptr : reader.catalog().get<Index>(*id);
    if (index == nullptr) continue;
    const auto at = static_cast<std::size_t>(row.integer(1) - 1);
    if (at >= index->elements.size()) continue;
    index->elements[at].operator_class_options = row.strings(2);
    // Parameters are written after the class's name, so the default one is named, too.
  }
}

}  // namespace

void ask_for(KindTag<Index>, QueryList& queries) {
  queries.add("select " + index_select_list(queries.server_version()) + kFrom, Lane::second);
  queries.add(kOperatorClassOptions, Lane::second);
  queries.add(kStatistics, Lane::second);
}

void decode(KindTag<Index>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Oid oid = row.oid(0);
    const Oid relation = row.oid(1);
    if (!names.in_model(oid) || reader.find({CatalogOid::pg_class, relation}) == nullptr) continue;
    Index index = decode_index(row, 0, reader);
    index.relation = names.relation(relation).name;
    if (!names.parents(oid).empty()) {
      index.partition_of = names.relation(names.parents(oid).front()).name;
    }
    reader.put({CatalogOid::pg_class, oid}, names.relation_id(oid), std::move(index));
  }
  read_operator_class_options(rows[1], reader);
  read_statistics(rows[2], reader);
}

}  // namespace pgplumb::introspect
