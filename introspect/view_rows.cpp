#include "introspect/view_rows.hpp"

#include "introspect/server_text.hpp"

namespace pgplumb::introspect {
namespace {

// To be completed with "c.relkind = … and c.oid % 2 = …".
constexpr const char* kViewsQuery = R"sql(
select c.oid, c.relowner, pg_get_viewdef(c.oid),
       array(select a.attname from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum),
       c.reloptions, c.relispopulated, c.relam, c.reltablespace
from pg_class c
where c.oid >= 16384 and c.relpersistence <> 't' and )sql";

enum ViewColumn : std::size_t {
  oid,
  owner,
  query,
  columns,
  options,
  populated,
  access_method,
  tablespace,
};

}  // namespace

void ask_for_views(char relkind, QueryList& queries) {
  const std::string kind = std::string("c.relkind = '") + relkind + "'";
  const std::string source = "pg_class c where c.oid >= 16384 and " + kind;
  // % has no operator for oid.
  queries.add_if_any(source, kViewsQuery + kind + " and c.oid::int8 % 2 = 0", Lane::first);
  queries.add_if_any(source, kViewsQuery + kind + " and c.oid::int8 % 2 = 1", Lane::second);
}

void for_each_view(const SlotRows& rows, const Reader& reader,
                   const std::function<void(const pg::Row&)>& visit) {
  for (std::size_t half = 0; half < kViewHalves; ++half) {
    for (const pg::Row row : rows[half]) {
      if (reader.names().in_model(row.oid(oid))) visit(row);
    }
  }
}

Address view_address(const pg::Row& row) { return {CatalogOid::pg_class, row.oid(oid)}; }
Oid view_owner(const pg::Row& row) { return row.oid(owner); }

Expression view_query(const pg::Row& row) {
  return Reader::expression(trimmed_query(row.text(query)));
}

std::vector<Identifier> view_columns(const pg::Row& row) {
  std::vector<Identifier> names;
  for (std::string& name : row.strings(columns)) names.emplace_back(std::move(name));
  return names;
}

std::vector<std::string> view_options(const pg::Row& row) { return sorted_options(row, options); }
bool view_is_populated(const pg::Row& row) { return row.boolean(populated); }
Oid view_access_method(const pg::Row& row) { return row.oid(access_method); }
Oid view_tablespace(const pg::Row& row) { return row.oid(tablespace); }

}  // namespace pgplumb::introspect
