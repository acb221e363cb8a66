#include "introspect/kind_stages.hpp"
#include "introspect/view_rows.hpp"

namespace pgplumb::introspect {

namespace {

constexpr const char* kDefaults = R"sql(
select d.adrelid, a.attname, a.atttypid, a.atttypmod,
       case when a.atttypmod >= 0 and a.atttypid >= 16384
            then format_type(a.atttypid, a.atttypmod) end,
       pg_get_expr(d.adbin, 0)
from pg_attrdef d join pg_class c on c.oid = d.adrelid
  join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
where d.adrelid >= 16384 and c.relkind = 'v'
)sql";

constexpr const char* kAnyDefault =
    "pg_attrdef d join pg_class c on c.oid = d.adrelid "
    "where d.adrelid >= 16384 and c.relkind = 'v'";

void read_defaults(const pg::Rows& rows, Reader& reader) {
  enum Column : std::size_t { relation, name, type, typmod, formatted, expression };
  for (const pg::Row row : rows) {
    const ObjectId* id = reader.find({CatalogOid::pg_class, row.oid(relation)});
    View* view = id == nullptr ? nullptr : reader.catalog().get<View>(*id);
    if (view == nullptr) continue;
    ViewDefault value;
    value.column = Identifier(row.string(name));
    value.type = reader.names().type(row.oid(type), row.integer(typmod), row.text(formatted));
    value.expression = Reader::expression(row.text(expression));
    view->defaults.push_back(std::move(value));
  }
}

}  // namespace

void ask_for(KindTag<View>, QueryList& queries) {
  ask_for_views('v', queries);
  queries.add_if_any(kAnyDefault, kDefaults, Lane::second);
}

void decode(KindTag<View>, const SlotRows& rows, Reader& reader) {
  for_each_view(rows, reader, [&](const pg::Row& row) {
    View view;
    view.query = view_query(row);
    view.columns = view_columns(row);
    view.options = view_options(row);
    reader.put(view_address(row), reader.names().relation_id(view_address(row).oid),
               std::move(view), view_owner(row));
  });
  read_defaults(rows[kViewHalves], reader);
}

}  // namespace pgplumb::introspect
