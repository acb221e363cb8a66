#include "migrations/invalid_index.hpp"

namespace pgplumb::migrations {

std::vector<std::string> invalid_indexes(pg::Session& session, const sql::ConcurrentIndex& index) {
  std::string table = session.quote_identifier(index.table);
  if (!index.space.empty()) table = session.quote_identifier(index.space) + "." + table;
  const pg::Rows rows = session.query(R"(
    select pg_catalog.format('%I.%I', n.nspname, c.relname)
    from pg_catalog.pg_index i
    join pg_catalog.pg_class c on c.oid = i.indexrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where i.indrelid = pg_catalog.to_regclass($1) and not i.indisvalid and c.relkind = 'i'
      and ($2 = '' or c.relname = $2)
      and not exists (select from pg_catalog.pg_stat_progress_create_index p
                      where p.index_relid = c.oid)
    order by 1)",
                                      {table, index.name});
  std::vector<std::string> names;
  for (const pg::Row row : rows) names.push_back(row.string(0));
  return names;
}

std::string drop_invalid_index(pg::Session& session, const sql::ConcurrentIndex& index) {
  if (index.name.empty()) return "";
  const std::vector<std::string> found = invalid_indexes(session, index);
  if (found.empty()) return "";
  session.execute("drop index concurrently if exists " + found.front());
  return found.front();
}

}  // namespace pgplumb::migrations
