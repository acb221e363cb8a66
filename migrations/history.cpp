#include "migrations/history.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "base/characters.hpp"
#include "base/failure.hpp"
#include "schema/quote.hpp"

namespace pgplumb::migrations {
namespace {

// What other programs call their columns, to say whose table it is. By columns, never by name.
std::string owner_of_table(const std::vector<std::string>& columns) {
  const auto has = [&](std::string_view name) {
    return std::find(columns.begin(), columns.end(), name) != columns.end();
  };
  if (has("version") && has("dirty")) return "golang-migrate";
  if (has("installed_rank")) return "Flyway";
  if (has("version_id") && has("is_applied")) return "goose";
  if (has("migration_time")) return "knex";
  if (has("run_on")) return "node-pg-migrate or db-migrate";
  if (columns.size() == 1 && has("version")) return "dbmate or Rails";
  if (columns.size() == 2 && has("version") && has("applied_at")) return "SeaORM";
  if (has("statements") && has("version")) return "Supabase";
  return "another program";
}

constexpr std::array<std::string_view, 11> kColumns = {
    "version", "applied_at",         "description",      "batch",       "checksum",
    "state",   "statements_applied", "statements_total", "duration_ms", "applied_by",
    "error"};
constexpr std::array<std::string_view, 11> kLogColumns = {
    "id",       "logged_at",   "action", "version",   "description",   "batch",
    "checksum", "duration_ms", "error",  "logged_by", "client_address"};

constexpr std::array<std::string_view, 2> kOriginColumns = {"imported_from", "imported_as"};
constexpr std::array<std::string_view, 4> kNewLogColumns = {"client_host", "tool_version",
                                                            "imported_from", "imported_as"};

// Of the machine that this runs on; "" when it has none.
std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

bool has_all(const std::vector<std::string>& columns, std::span<const std::string_view> wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](std::string_view name) {
    return std::find(columns.begin(), columns.end(), name) != columns.end();
  });
}

std::optional<std::string> or_null(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::vector<std::string> attribute_names(const Catalog& catalog, const ObjectId& relation) {
  std::vector<std::string> names;
  for (const ObjectId& id : catalog.attributes_of(relation)) names.push_back(id.member);
  return names;
}

}  // namespace

namespace {

// A namespace that was made for the history alone.
bool holds_nothing_but(const Catalog& catalog, const std::string& space,
                       const std::vector<ObjectId>& tables) {
  std::set<ObjectId> known(tables.begin(), tables.end());
  for (const ObjectId& table : tables) {
    for (const ObjectId& part : catalog.everything_within(table)) known.insert(part);
  }
  const auto& objects = catalog.objects();
  return std::all_of(objects.begin(), objects.end(), [&](const auto& entry) {
    return entry.first.space != space || known.count(entry.first) != 0;
  });
}

}  // namespace

std::vector<ObjectId> own_tables_in(const Catalog& catalog, const HistoryTable& table) {
  std::vector<ObjectId> own;
  HistoryTable second = table;
  second.table = table.second_table;
  for (const HistoryTable& one : {table, second}) {
    if (one.table.empty()) continue;
    const ObjectId rows = object_id(ObjectKind::relation, one.name());
    const ObjectId log = object_id(ObjectKind::relation, one.log_name());
    if (has_all(attribute_names(catalog, rows), kColumns)) own.push_back(rows);
    if (has_all(attribute_names(catalog, log), kLogColumns)) own.push_back(log);
  }
  if (!own.empty() && table.space != "public" && holds_nothing_but(catalog, table.space, own)) {
    own.push_back(object_id(ObjectKind::namespace_, Identifier(table.space)));
  }
  return own;
}

History::History(pg::Session& session, HistoryTable table)
    : session_(session),
      table_(std::move(table)),
      lock_name_(table_.space + "." + table_.table),
      quoted_(quote_qualified(table_.name())),
      quoted_log_(quote_qualified(table_.log_name())) {}

void History::use(const std::string& table) {
  is_there_ = false;
  log_is_there_ = false;
  has_origins_ = false;
  table_.table = table;
  quoted_ = quote_qualified(table_.name());
  quoted_log_ = quote_qualified(table_.log_name());
}

std::vector<std::string> History::columns_of(const std::string& table) {
  const pg::Rows rows = session_.query(R"(
    select a.attname::text
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_class c on c.oid = a.attrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relname = $2 and c.relkind in ('r', 'p', 'v', 'f', 'm')
      and a.attnum > 0 and not a.attisdropped
    order by a.attnum)",
                                       {table_.space, table});
  std::vector<std::string> columns;
  for (const pg::Row row : rows) columns.push_back(row.string(0));
  return columns;
}

bool History::is_own(const std::vector<std::string>& columns) {
  if (has_all(columns, kColumns)) {
    has_origins_ = has_all(columns, kOriginColumns);
    return true;
  }
  if (table_.second_table.empty()) return false;
  const std::vector<std::string> second = columns_of(table_.second_table);
  if (!has_all(second, kColumns)) return false;
  use(table_.second_table);
  has_origins_ = has_all(second, kOriginColumns);
  return true;
}

bool History::exists() {
  // What was there once is not asked for again: who drops it gets the server's error.
  if (is_there_) return true;
  // Read once: another run may be making the table at this moment.
  const std::vector<std::string> columns = columns_of(table_.table);
  is_there_ = is_own(columns);
  if (is_there_) return true;
  if (columns.empty()) return false;
  throw Refused("the table " + quoted_ + " was made by " + owner_of_table(columns) +
                " and is left as it is; take its history over with \"pgplumb import\", or choose "
                "another table with history.table in pgplumb.yaml");
}

void History::step_aside() {
  const std::vector<std::string> columns = columns_of(table_.table);
  if (columns.empty() || has_all(columns, kColumns)) return;
  if (table_.second_table.empty()) {
    throw Refused("the table " + quoted_ + " was made by " + owner_of_table(columns) +
                  " and stays as it is; name another one for pgplumb's history with history.table "
                  "in pgplumb.yaml");
  }
  use(table_.second_table);
}

bool History::has_log() {
  log_is_there_ = log_is_there_ || !columns_of(table_.table + "_log").empty();
  return log_is_there_;
}

// The server asks for the right to create before it looks whether there is anything to create, so
// what is there is not named again: a role without that right can still run migrations.
void History::create() {
  const bool namespace_exists =
      !session_.query("select from pg_catalog.pg_namespace where nspname = $1", {table_.space})
           .empty();
  if (!namespace_exists) session_.execute("create schema " + quote_identifier(table_.space));
  if (!exists()) {
    refuse_other_relation(table_.table);
    create_table();
  }
  const std::vector<std::string> log = columns_of(table_.table + "_log");
  if (log.empty()) {
    refuse_other_relation(table_.table + "_log");
    create_log();
  } else if (!has_all(log, kLogColumns)) {
    throw Refused("the table " + quoted_log_ +
                  " is not pgplumb's log and stays as it is; name another table for the history "
                  "with history.table in pgplumb.yaml");
  } else {
    widen_log();
  }
}

// A sequence, an index or a type of that name.
void History::refuse_other_relation(const std::string& name) {
  const pg::Rows rows = session_.query(
      "select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace "
      "where n.nspname = $1 and c.relname = $2",
      {table_.space, name});
  if (rows.empty()) return;
  throw Refused(quote_qualified(qualified(table_.space, name)) +
                " is there and is no table, so it can't be pgplumb's history; name another table "
                "with history.table in pgplumb.yaml");
}

void History::create_table() {
  session_.execute("create table " + quoted_ + R"( (
    version varchar(255) primary key,
    applied_at timestamptz not null default now(),
    description text,
    batch bigint not null default 0,
    checksum text,
    state text not null default 'applied',
    statements_applied bigint not null default 0,
    statements_total bigint not null default 0,
    duration_ms bigint not null default 0,
    applied_by text not null default session_user,
    error text,
    imported_from text,
    imported_as text))");
  has_origins_ = true;
}

void History::widen() {
  if (has_all(columns_of(table_.table), kOriginColumns)) return;
  session_.execute("alter table " + quoted_ +
                   " add column if not exists imported_from text,"
                   " add column if not exists imported_as text");
  has_origins_ = true;
}

void History::create_log() {
  session_.execute("create table " + quoted_log_ + R"( (
    id bigint generated always as identity primary key,
    logged_at timestamptz not null default clock_timestamp(),
    action text not null,
    version varchar(255) not null,
    description text,
    batch bigint,
    checksum text,
    duration_ms bigint,
    error text,
    logged_by text not null default session_user,
    client_address inet default inet_client_addr(),
    application text default current_setting('application_name', true),
    client_host text,
    tool_version text,
    imported_from text,
    imported_as text))");
}

// Columns that an earlier version of pgplumb did not write.
void History::widen_log() {
  if (has_all(columns_of(table_.table + "_log"), kNewLogColumns)) return;
  session_.execute("alter table " + quoted_log_ +
                   " add column if not exists client_host text,"
                   " add column if not exists tool_version text,"
                   " add column if not exists imported_from text,"
                   " add column if not exists imported_as text");
}

pg::Rows History::read(const std::string& sql) {
  try {
    return session_.query(sql);
  } catch (const pg::ServerError& error) {
    if (error.sqlstate() != pg::sqlstate::kInsufficientPrivilege) throw;
    const bool can_ask = session_.transaction_status() == pg::TransactionStatus::idle;
    const std::string role = quote_identifier(
        can_ask ? session_.query("select current_user").front().string(0) : session_.user());
    throw Failure(printable("role " + role + " may not read the history: " + error.message() +
                            " (SQLSTATE " + error.sqlstate() +
                            "); its owner can say: grant usage on schema " +
                            quote_identifier(table_.space) + " to " + role + "; grant select on " +
                            quoted_ + ", " + quoted_log_ + " to " + role + ";"));
  }
}

std::vector<AppliedMigration> History::applied() {
  if (!exists()) return {};
  const pg::Rows rows = read(
      "select version, coalesce(description, ''), applied_at::text, batch, coalesce(checksum, ''), "
      "state, statements_applied, statements_total, duration_ms, applied_by, coalesce(error, '')" +
      std::string(has_origins_ ? ", coalesce(imported_from, ''), coalesce(imported_as, '')"
                               : ", '', ''") +
      " from " + quoted_);
  std::vector<AppliedMigration> all;
  for (const pg::Row row : rows) {
    AppliedMigration& one = all.emplace_back();
    one.version = Version(row.string(0));
    one.name = row.string(1);
    one.applied_at = row.string(2);
    one.batch = row.integer(3);
    one.checksum = row.string(4);
    one.state = row.string(5);
    one.statements_applied = row.integer(6);
    one.statements_total = row.integer(7);
    one.duration_ms = row.integer(8);
    one.applied_by = row.string(9);
    one.error = row.string(10);
    one.imported_from = row.string(11);
    one.imported_as = row.string(12);
  }
  std::sort(all.begin(), all.end(),
            [](const auto& a, const auto& b) { return a.version < b.version; });
  return all;
}

std::int64_t History::last_batch() {
  return session_.query("select coalesce(max(batch), 0) from " + quoted_).front().integer(0);
}

void History::record(const AppliedMigration& m) {
  session_.query("insert into " + quoted_ + R"( as h (version, description, batch, checksum, state,
      statements_applied, statements_total, duration_ms, error)
    values ($1, $2, $3::bigint, $4, $5, $6::bigint, $7::bigint, $8::bigint, $9)
    on conflict (version) do update set applied_at = now(), description = excluded.description,
      batch = excluded.batch, checksum = excluded.checksum, state = excluded.state,
      statements_applied = excluded.statements_applied,
      statements_total = excluded.statements_total, duration_ms = excluded.duration_ms,
      applied_by = session_user, error = excluded.error)",
                 {m.version.text(), or_null(m.name), std::to_string(m.batch), or_null(m.checksum),
                  m.state, std::to_string(m.statements_applied), std::to_string(m.statements_total),
                  std::to_string(m.duration_ms), or_null(m.error)});
}

bool History::import(const AppliedMigration& m) {
  const pg::Rows rows = session_.query(
      "insert into " + quoted_ + R"( (version, applied_at, description, batch, checksum, state,
      duration_ms, applied_by, imported_from, imported_as)
    values ($1, coalesce($2::timestamptz, now()), $3, $4::bigint, $5, $6, $7::bigint,
      coalesce($8, session_user), $9, $10)
    on conflict (version) do nothing)",
      {m.version.text(), or_null(m.applied_at), or_null(m.name), std::to_string(m.batch),
       or_null(m.checksum), m.state, std::to_string(m.duration_ms), or_null(m.applied_by),
       or_null(m.imported_from), or_null(m.imported_as)});
  return rows.affected() == 1;
}

void History::move(const std::vector<Move>& moves) {
  // Out of each other's way first: no version begins so.
  for (const Move& one : moves) {
    session_.query("update " + quoted_ + " set version = '~' || version where version = $1",
                   {one.version.text()});
  }
  for (const Move& one : moves) {
    const AppliedMigration& m = one.migration;
    session_.query("update " + quoted_ + R"( set version = $2, description = $3, checksum = $4,
      imported_from = $5, imported_as = $6, batch = $7::bigint where version = '~' || $1)",
                   {one.version.text(), m.version.text(), or_null(m.name), or_null(m.checksum),
                    or_null(m.imported_from), or_null(m.imported_as), std::to_string(m.batch)});
  }
}

std::vector<ImportedVersion> History::imported_versions() {
  std::vector<ImportedVersion> all;
  is_there_ = is_there_ || is_own(columns_of(table_.table));
  if (!is_there_ || !has_all(columns_of(table_.table + "_log"), kNewLogColumns)) return all;
  for (const pg::Row row :
       read("select distinct on (imported_from, imported_as) imported_from, imported_as, version "
            "from " +
            quoted_log_ +
            " where action = 'import' and imported_as is not null"
            " order by imported_from, imported_as, id desc")) {
    all.push_back({row.string(0), row.string(1), Version(row.string(2))});
  }
  return all;
}

void History::remove(const Version& version) {
  session_.query("delete from " + quoted_ + " where version = $1", {version.text()});
}

void History::log(const LogEntry& e) {
  session_.query(
      "insert into " + quoted_log_ + R"( (action, version, description, batch, checksum,
      duration_ms, error, client_host, tool_version, imported_from, imported_as)
    values ($1, $2, $3, $4::bigint, $5, $6::bigint, $7, $8, $9, $10, $11))",
      {e.action, e.version.text(), or_null(e.name), std::to_string(e.batch), or_null(e.checksum),
       std::to_string(e.duration_ms), or_null(e.error), or_null(host_name()), PGPLUMB_VERSION,
       or_null(e.imported_from), or_null(e.imported_as)});
}

std::vector<FailedTry> History::failed_tries() { return newest_entries("failed"); }

std::vector<FailedTry> History::reverted() { return newest_entries("down"); }

std::vector<FailedTry> History::newest_entries(const std::string& action) {
  std::vector<FailedTry> tries;
  if (!exists() || !has_log()) return tries;
  const pg::Rows rows = read(R"(
    select l.version, l.logged_at::text, coalesce(l.error, '')
    from (select distinct on (version) * from )" +
                             quoted_log_ + R"( order by version, id desc) l
    where l.action = ')" + action +
                             R"(' and not exists (select from )" + quoted_ +
                             " h where h.version = l.version)");
  for (const pg::Row row : rows) {
    tries.push_back({Version(row.string(0)), row.string(1), row.string(2)});
  }
  std::sort(tries.begin(), tries.end(),
            [](const FailedTry& a, const FailedTry& b) { return a.version < b.version; });
  return tries;
}

std::vector<AppliedMigration> History::applied_if_own() {
  is_there_ = is_there_ || is_own(columns_of(table_.table));
  return is_there_ ? applied() : std::vector<AppliedMigration>();
}

bool History::has_imported(const std::string& table) {
  const std::vector<std::string> tables = imported_tables();
  return std::find(tables.begin(), tables.end(), table) != tables.end();
}

void History::note_imported_table(const std::string& tool, const std::string& table) {
  session_.query(
      "insert into " + quoted_log_ + " (action, version, description) values ('import', '', $1)",
      {tool + " " + table});
}

std::vector<std::string> History::imported_tables() {
  std::vector<std::string> tables;
  is_there_ = is_there_ || is_own(columns_of(table_.table));
  if (!is_there_ || !has_log()) return tables;
  for (const pg::Row row :
       read("select distinct substr(description, strpos(description, ' ') + 1) from " +
            quoted_log_ + " where action = 'import' and version = ''")) {
    tables.push_back(row.string(0));
  }
  return tables;
}

}  // namespace pgplumb::migrations
