#include "introspect/index_columns.hpp"
#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// Without the indexes that constraints own.
constexpr const char* kIndexFrom = R"sql(
from pg_index i
join pg_class c on c.oid = i.indexrelid
where i.indexrelid >= 16384 and c.relpersistence <> 't'
  and c.relnamespace <> 'pg_toast'::regnamespace
  and not exists (select from pg_constraint k
                  where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
)sql";

// What is set for single columns: the parameters of operator classes (those of exclusion
// constraints are in constraint.cpp), and statistics targets, which expressions have of their own
// (NULL or -1 is the default; columns of the system have 0).
constexpr const char* kColumnSettings = R"sql(
select a.attrelid, a.attnum, a.attoptions, nullif(a.attstattarget, -1), i.indclass[a.attnum - 1]
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_index i on i.indexrelid = c.oid
where a.attrelid >= 16384 and a.attnum > 0 and (a.attoptions is not null or a.attstattarget >= 0)
  and c.relkind in ('i', 'I')
order by a.attnum
)sql";

// What the columns are called, where somebody wants to know.
constexpr const char* kLabels = R"sql(
select a.attrelid, a.attname
from pg_attribute a join pg_class c on c.oid = a.attrelid
where a.attrelid >= 16384 and a.attnum > 0 and c.relkind in ('i', 'I')
order by a.attrelid, a.attnum
)sql";

// The index behind a constraint was decoded with that.
std::vector<Identifier>* labels_of(Oid oid, Reader& reader) {
  const Names& names = reader.names();
  if (!names.in_model(oid)) return nullptr;
  const auto id = reader.catalog().find_class(names.relation(oid).name);
  if (!id) return nullptr;
  if (auto* index = reader.catalog().get<Index>(*id)) return &index->kept_labels;
  auto* key = reader.catalog().get<Constraint>(*id);
  return key == nullptr ? nullptr : &key->kept_labels;
}

void read_labels(const pg::Rows& rows, Reader& reader) {
  for (const pg::Row row : rows) {
    auto* labels = labels_of(row.oid(0), reader);
    if (labels != nullptr) labels->emplace_back(row.string(1));
  }
}

void read_column_settings(const pg::Rows& rows, Reader& reader) {
  enum Column : std::size_t { relation, number, options, statistics_target, operator_class };
  for (const pg::Row row : rows) {
    const ObjectId* id = reader.find({CatalogOid::pg_class, row.oid(relation)});
    Index* index = id == nullptr ? nullptr : reader.catalog().get<Index>(*id);
    if (index == nullptr) continue;
    if (!row.is_null(statistics_target)) {
      index->statistics_targets.push_back(row.string(number) + "=" + row.string(statistics_target));
    }
    const auto at = static_cast<std::size_t>(row.integer(number) - 1);
    if (row.is_null(options) || at >= index->elements.size()) continue;
    // They are written after the class's name, so the default class is named, too.
    IndexElement& element = index->elements[at];
    element.operator_class_options = row.strings(options);
    element.operator_class = reader.names().operator_class(row.oid(operator_class)).name;
  }
}

}  // namespace

void ask_for(KindTag<Index>, QueryList& queries) {
  queries.add("select " + index_select_list(queries.server_version()) + kIndexFrom, Lane::second);
  queries.add_if_any(std::string(kSetColumns), kColumnSettings, Lane::second);
  if (queries.index_labels() == IndexLabels::read) queries.add(kLabels, Lane::second);
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
  read_column_settings(rows[1], reader);
  if (rows.size() > 2) read_labels(rows[2], reader);
}

}  // namespace pgplumb::introspect
