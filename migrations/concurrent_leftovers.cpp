#include "migrations/concurrent_leftovers.hpp"

namespace pgplumb::migrations {
namespace {

// For to_regclass.
std::string quoted(pg::Session& session, const std::string& space, const std::string& name) {
  const std::string own = session.quote_identifier(name);
  return space.empty() ? own : session.quote_identifier(space) + "." + own;
}

const char* word_of(sql::ConcurrentReindex::Scope scope) {
  switch (scope) {
    case sql::ConcurrentReindex::Scope::index: return "index";
    case sql::ConcurrentReindex::Scope::table: return "table";
    case sql::ConcurrentReindex::Scope::namespace_: return "namespace";
    case sql::ConcurrentReindex::Scope::database: return "database";
  }
  return "";
}

// A copy has the name of its index, cut where that is too long, and belongs to the same table. Of a
// partitioned one those of the partitions count.
constexpr const char* kCopies = R"(
    select pg_catalog.format('%I.%I', n.nspname, c.relname)
    from pg_catalog.pg_index i
    join pg_catalog.pg_class c on c.oid = i.indexrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    cross join lateral (
      select pg_catalog.regexp_replace(c.relname::text, '_cc(new|old)[0-9]*$', '')) copy(of_name)
    where not i.indisvalid and c.relkind = 'i' and c.relname::text <> copy.of_name
      and n.nspname <> 'pg_toast'
      and ($1 <> 'namespace' or n.nspname = $2)
      and ($1 <> 'table' or i.indrelid = pg_catalog.to_regclass($2)
           or i.indrelid in (select relid from pg_catalog.pg_partition_tree(
                               pg_catalog.to_regclass(case $1 when 'table' then $2 end))))
      and exists (
        select from pg_catalog.pg_index o
        join pg_catalog.pg_class oc on oc.oid = o.indexrelid
        where o.indrelid = i.indrelid and o.indexrelid <> i.indexrelid
          and (oc.relname::text = copy.of_name
               or pg_catalog.octet_length(c.relname::text) >= 60
                  and pg_catalog.starts_with(oc.relname::text, copy.of_name))
          and ($1 <> 'index' or oc.oid = pg_catalog.to_regclass($2)
               or oc.oid in (select relid from pg_catalog.pg_partition_tree(
                               pg_catalog.to_regclass(case $1 when 'index' then $2 end)))))
      and not exists (select from pg_catalog.pg_stat_progress_create_index p
                      where i.indexrelid = p.index_relid or i.indrelid = p.relid)
    order by 1)";

}  // namespace

std::vector<std::string> invalid_indexes(pg::Session& session, const sql::ConcurrentIndex& index) {
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
                                      {quoted(session, index.space, index.table), index.name});
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

std::vector<std::string> drop_reindex_copies(pg::Session& session,
                                             const sql::ConcurrentReindex& reindex) {
  using Scope = sql::ConcurrentReindex::Scope;
  const bool relation = reindex.scope == Scope::index || reindex.scope == Scope::table;
  const std::string name = relation ? quoted(session, reindex.space, reindex.name) : reindex.name;
  std::vector<std::string> names;
  for (const pg::Row row : session.query(kCopies, {word_of(reindex.scope), name})) {
    names.push_back(row.string(0));
  }
  for (const std::string& one : names) {
    session.execute("drop index concurrently if exists " + one);
  }
  return names;
}

std::string finish_of_detach(pg::Session& session, const sql::ConcurrentDetach& detach) {
  const std::string table = quoted(session, detach.space, detach.table);
  const std::string partition = quoted(session, detach.partition_space, detach.partition);
  const pg::Rows pending = session.query(R"(
    select from pg_catalog.pg_inherits
    where inhparent = pg_catalog.to_regclass($1) and inhrelid = pg_catalog.to_regclass($2)
      and inhdetachpending)",
                                         {table, partition});
  if (pending.empty()) return "";
  return "alter table " + table + " detach partition " + partition + " finalize";
}

}  // namespace pgplumb::migrations
