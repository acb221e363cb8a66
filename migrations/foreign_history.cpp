#include "migrations/foreign_history.hpp"

#include <algorithm>
#include <filesystem>

#include "migrations/foreign_tools.hpp"
#include "schema/quote.hpp"

namespace pgplumb::migrations {
namespace {

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
  for (const pg::Row row : session.query(about(table, tool.rows))) {
    ForeignEntry& entry = history.entries.emplace_back();
    entry.file = row.string(0);
    entry.version = row.string(1);
    entry.name = row.string(2);
    entry.applied_at = row.string(3);
    entry.batch = std::stoll("0" + row.string(4));
    entry.duration_ms = std::stoll("0" + row.string(5));
    entry.applied_by = row.string(6);
    entry.failed = row.string(7).starts_with('t');
    complete(entry);
  }
  if (*tool.notes != '\0') {
    for (const pg::Row row : session.query(about(table, tool.notes))) {
      history.notes.push_back(row.string(0));
    }
  }
  return history;
}

}  // namespace pgplumb::migrations
