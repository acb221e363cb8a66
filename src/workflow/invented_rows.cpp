#include "workflow/invented_rows.hpp"

#include "schema/quote.hpp"

namespace pgplumb::workflow {
namespace {

std::string oid_of(const QualifiedName& table) {
  return "to_regclass(" + quote_literal(quote_qualified(table)) + ")::oid";
}

std::string affected(const std::vector<QualifiedName>& tables, InventedRows::Below below) {
  std::string oids;
  for (const QualifiedName& table : tables) oids += (oids.empty() ? "" : ", ") + oid_of(table);
  const char* const children =
      below == InventedRows::Below::emptied
          ? " union select inhrelid from pg_catalog.pg_inherits join own on inhparent = own.oid"
          : "";
  return "with recursive own(oid) as (select unnest(array[" + oids + "])" + children + R"(),
users(oid) as (select oid from own union
  select conrelid from pg_catalog.pg_constraint join users on confrelid = users.oid and contype = 'f')
select oid, oid::regclass, not exists (select from own where own.oid = users.oid)
from users where oid is not null)";
}

}  // namespace

InventedRows::InventedRows(const std::set<QualifiedName>& tables, pg::Session& session)
    : session_(session) {
  for (const QualifiedName& table : tables) {
    tables_.emplace(session_.query("select " + oid_of(table)).front().string(0), table);
  }
}

std::vector<InventedRows::Emptied> InventedRows::remove(const std::vector<QualifiedName>& tables,
                                                        Below below) {
  std::vector<Emptied> emptied;
  // The file may have taken another role.
  const bool may =
      session_.query("select current_setting('is_superuser') = 'on'").front().boolean(0);
  if (tables.empty() || !may) return emptied;
  // Neither triggers nor foreign keys have a say.
  std::string deletes = "set session_replication_role = replica;";
  const pg::Rows rows = session_.query(affected(tables, below));
  for (const pg::Row row : rows) {
    const auto found = tables_.find(row.string(0));
    if (found == tables_.end()) continue;
    deletes += "delete from only " + row.string(1) + ";";
    emptied.push_back({found->second, row.boolean(2)});
    tables_.erase(found);
  }
  if (!emptied.empty()) session_.execute(deletes + "reset session_replication_role");
  return emptied;
}

}  // namespace pgplumb::workflow
