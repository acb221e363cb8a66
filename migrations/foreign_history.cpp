#include "migrations/foreign_history.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "migrations/foreign_tools.hpp"
#include "schema/quote.hpp"

namespace pgplumb::migrations {
namespace {

constexpr std::size_t kChecksum = 8;  // the column of ForeignTool::rows

std::string about(const ForeignTable& table, std::string_view sql) {
  const std::string name = quote_qualified(qualified(table.space, table.table));
  std::string text;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    if (sql[i] == '@') {
      // Within quotes it is the text of a name.
      const bool quoted = i > 0 && sql[i - 1] == '\'';
      for (const char c : name) text += quoted && c == '\'' ? std::string("''") : std::string(1, c);
    } else {
      text += sql[i];
    }
  }
  return text;
}

bool has_columns(const ForeignTool& tool, const std::vector<std::string>& columns) {
  const bool all =
      std::all_of(tool.columns.begin(), tool.columns.end(), [&](std::string_view name) {
        return std::find(columns.begin(), columns.end(), name) != columns.end();
      });
  return all && (tool.match == Columns::at_least_them || columns.size() == tool.columns.size());
}

// What can't be asked is not that tool's: the columns have other types, or may not be read.
bool is_tools_own(pg::Session& session, const ForeignTool& tool, const ForeignTable& table) {
  try {
    const std::string probe = *tool.probe == '\0' ? "select true" : about(table, tool.probe);
    if (!session.query(probe).front().boolean(0)) return false;
    (void)session.query(about(table, tool.rows));
    return true;
  } catch (const pg::ServerError&) {
    return false;
  }
}

std::vector<std::string> companions_of(pg::Session& session, const ForeignTool& tool,
                                       const ForeignTable& table) {
  std::vector<std::string> there;
  for (const std::string_view pattern : tool.companions) {
    std::string name(pattern);
    if (name.starts_with('@')) name.replace(0, 1, table.table);
    const pg::Rows rows =
        session.query("select from pg_catalog.pg_tables where schemaname = $1 and tablename = $2",
                      {table.space, name});
    if (!rows.empty()) there.push_back(std::move(name));
  }
  return there;
}

const ForeignTool& tool_named(const std::string& name) {
  const auto& tools = foreign_tools();
  return *std::find_if(tools.begin(), tools.end(),
                       [&](const ForeignTool& tool) { return name == tool.name; });
}

// "20260101_x.up.sql" -> "20260101_x".
std::string without_extensions(std::string file) {
  static constexpr const char* kEnds[] = {".sql", ".js", ".cjs", ".mjs", ".ts",
                                          ".rb",  ".py", ".up",  ".php"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string end : kEnds) {
      if (!file.ends_with(end)) continue;
      file.resize(file.size() - end.size());
      again = true;
    }
  }
  return file;
}

// "author:id:db/changelog/1.sql" -> "author:id:1.sql".
std::string without_folders(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  const std::size_t colon = slash == std::string::npos ? slash : name.rfind(':', slash);
  if (colon == std::string::npos) return name;
  return name.substr(0, colon + 1) + name.substr(slash + 1);
}

// "0012" -> "12".
std::string without_zeros(std::string version) {
  version.erase(0, std::min(version.find_first_not_of('0'), version.size()));
  return version;
}

// A file's or folder's name without what tells directions and languages apart.
std::string stem_of(std::string name) {
  for (const std::string end : {".sql", ".up", ".js", ".ts", ".rb", ".py"}) {
    if (name.ends_with(end)) name.resize(name.size() - end.size());
  }
  return name;
}

// Liquibase tells files of one name in two folders apart, Flyway knows versions, whatever the files
// are called, and golang-migrate's only has a number.
void set_id(ForeignEntry& entry, const std::string& tool) {
  entry.id = entry.file;
  if (tool == "liquibase") entry.file = without_folders(entry.file);
  if (tool == "flyway") entry.id = entry.version;
  if (tool == "golang-migrate") entry.id = without_zeros(entry.version);
}

// What it applies from now on is not in what was read.
void note_lock(pg::Session& session, const ForeignTool& tool, ForeignHistory& history) {
  if (*tool.lock == '\0' || history.table.companions.empty()) return;
  const ForeignTable lock{"", history.table.space, history.table.companions.front(), {}};
  try {
    for (const pg::Row row : session.query(about(lock, tool.lock))) {
      history.notes.push_back("the lock of " + history.table.tool + " (" + lock.name() +
                              ") is taken" + row.string(0) +
                              ": it is at work, or was cut off; import again when it has ended");
    }
  } catch (const pg::ServerError&) {
    return;  // it has other columns, or may not be read
  }
}

void complete(ForeignEntry& entry) {
  if (!entry.version.empty()) return;
  std::string label = without_extensions(entry.file);
  if (label.find(':') != std::string::npos) return;
  const std::string version(leading_version(label));
  entry.version = version;
  if (!entry.name.empty() || version.empty()) return;
  label.erase(0, version.size());
  label.erase(0, std::min(label.find_first_not_of("_-"), label.size()));
  entry.name = label;
}

}  // namespace

std::vector<std::string> ForeignTable::all_names() const {
  std::vector<std::string> names = {name()};
  for (const std::string& one : companions) names.push_back(space + "." + one);
  return names;
}

bool is_file_of(const Migration& file, const std::string& name) {
  const std::string stem = stem_of(file.name_elsewhere());
  return stem == stem_of(name) || stem == stem_of(without_folders(name));
}

bool runs_programs(const std::string& tool) {
  static const std::set<std::string> kTools = {"alembic", "django",    "knex",   "kysely",
                                               "laravel", "pgroll",    "rails",  "reshape",
                                               "seaorm",  "sequelize", "typeorm"};
  return kTools.count(tool) != 0;
}

std::vector<std::string> foreign_tool_names() {
  std::vector<std::string> names;
  for (const ForeignTool& tool : foreign_tools()) names.emplace_back(tool.name);
  return names;
}

std::vector<ForeignTable> find_foreign_tables(pg::Session& session) {
  const pg::Rows tables = session.query(R"(
    select n.nspname::text, c.relname::text, array_agg(a.attname::text order by a.attnum)
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and pg_catalog.has_table_privilege(c.oid, 'SELECT')
      and pg_catalog.has_schema_privilege(n.oid, 'USAGE')
    group by n.nspname, c.relname
    having count(*) <= 20
    order by n.nspname, c.relname)");
  std::vector<ForeignTable> found;
  for (const pg::Row row : tables) {
    const std::vector<std::string> columns = row.strings(2);
    for (const ForeignTool& tool : foreign_tools()) {
      ForeignTable table{tool.name, row.string(0), row.string(1), {}};
      if (!has_columns(tool, columns) || !is_tools_own(session, tool, table)) continue;
      table.companions = companions_of(session, tool, table);
      found.push_back(std::move(table));
    }
  }
  return found;
}

ForeignHistory read_foreign_history(pg::Session& session, const ForeignTable& table) {
  const ForeignTool& tool = tool_named(table.tool);
  ForeignHistory history;
  history.table = table;
  history.is_high_water_mark = table.tool == "golang-migrate";
  history.is_heads_only = table.tool == "alembic";
  const pg::Rows rows = session.query(about(table, tool.rows));
  const bool has_checksums = rows.columns() > kChecksum;
  for (const pg::Row row : rows) {
    ForeignEntry& entry = history.entries.emplace_back();
    entry.file = row.string(0);
    entry.version = row.string(1);
    entry.name = row.string(2);
    entry.applied_at = row.string(3);
    entry.batch = std::stoll("0" + row.string(4));
    entry.duration_ms = std::stoll("0" + row.string(5));
    entry.applied_by = row.string(6);
    entry.failed = row.string(7).starts_with('t');
    entry.is_baseline = row.string(7).starts_with('b');
    if (has_checksums) entry.checksum = row.string(kChecksum);
    set_id(entry, table.tool);
    complete(entry);
  }
  if (*tool.notes != '\0') {
    for (const pg::Row row : session.query(about(table, tool.notes))) {
      history.notes.push_back(row.string(0));
    }
  }
  note_lock(session, tool, history);
  return history;
}

}  // namespace pgplumb::migrations
