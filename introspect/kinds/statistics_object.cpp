#include <algorithm>

#include "introspect/kind_stages.hpp"
#include "introspect/server_text.hpp"

namespace pgplumb::introspect {
namespace {

// The target is NULL since PostgreSQL 17 and -1 before where none is set.
constexpr const char* kStatisticsObjectQuery = R"sql(
select s.oid, s.stxnamespace, s.stxname, s.stxowner, s.stxrelid, s.stxkind, s.stxstattarget,
       array(select a.attname from pg_attribute a
             where a.attrelid = s.stxrelid and a.attnum = any (s.stxkeys::int2[])
             order by a.attname collate "C"),
       pg_get_expr(s.stxexprs, s.stxrelid)
from pg_statistic_ext s
)sql";

struct StatisticsColumn {
  enum Index : std::size_t {
    oid,
    space,
    name,
    owner,
    relation,
    kinds,
    target,
    columns,
    expressions,
  };
};

StatisticsObject statistics_of(const pg::Row& row, const Names& names) {
  using enum StatisticsColumn::Index;
  StatisticsObject statistics;
  statistics.relation = names.relation(row.oid(relation)).name;
  const std::vector<std::string> letters = row.strings(kinds);
  const auto has = [&](const char* letter) {
    return std::find(letters.begin(), letters.end(), letter) != letters.end();
  };
  statistics.ndistinct = has("d");
  statistics.dependencies = has("f");
  statistics.mcv = has("m");
  for (std::string& column : row.strings(columns)) {
    statistics.columns.emplace_back(std::move(column));
  }
  for (const std::string& text : split_list(row.text(expressions))) {
    statistics.expressions.push_back(Reader::expression(text));
  }
  if (!row.is_null(target) && row.integer(target) >= 0) {
    statistics.target = static_cast<int>(row.integer(target));
  }
  return statistics;
}

}  // namespace

void ask_for(KindTag<StatisticsObject>, QueryList& queries) {
  queries.add_if_any("pg_statistic_ext", kStatisticsObjectQuery, Lane::first);
}

void decode(KindTag<StatisticsObject>, const SlotRows& rows, Reader& reader) {
  using enum StatisticsColumn::Index;
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_statistic_ext, row.oid(oid)};
    const bool outside = !reader.names().user_space(row.oid(space)) ||
                         reader.names().is_extension_member(address) ||
                         reader.find({CatalogOid::pg_class, row.oid(relation)}) == nullptr;
    if (outside) continue;
    const ObjectId id = object_id(ObjectKind::statistics_object, reader.name_at(row, space, name));
    reader.put(address, id, statistics_of(row, reader.names()), row.oid(owner));
  }
}

}  // namespace pgplumb::introspect
