#include "introspect/column_storage.hpp"
#include "introspect/kind_stages.hpp"
#include "introspect/view_rows.hpp"

namespace pgplumb::introspect {
namespace {

// Up to PostgreSQL 16 the default target was -1.
constexpr const char* kSettings = R"sql(
select a.attrelid, a.attname, a.attstorage, t.typstorage, a.attcompression,
       nullif(a.attstattarget, -1), a.attoptions
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
where a.attrelid >= 16384 and a.attnum > 0 and c.relkind = 'm'
  and (a.attstattarget >= 0 or a.attoptions is not null or a.attcompression <> ''
       or a.attstorage <> t.typstorage)
)sql";

void read_settings(const pg::Rows& rows, Reader& reader) {
  enum Column : std::size_t { relation, name, storage, usual, compression, target, options };
  for (const pg::Row row : rows) {
    const ObjectId* id = reader.find({CatalogOid::pg_class, row.oid(relation)});
    auto* view = id == nullptr ? nullptr : reader.catalog().get<MaterializedView>(*id);
    if (view == nullptr) continue;
    MaterializedViewColumn column;
    column.name = Identifier(row.string(name));
    column.storage = storage_of(row.character(storage), row.character(usual));
    column.compression = compression_of(row.character(compression));
    if (!row.is_null(target)) column.statistics_target = static_cast<int>(row.integer(target));
    column.options = sorted_options(row, options);
    view->settings.push_back(std::move(column));
  }
}

}  // namespace

void ask_for(KindTag<MaterializedView>, QueryList& queries) {
  ask_for_views('m', queries);
  queries.add_if_any("pg_class c where c.oid >= 16384 and c.relkind = 'm'", kSettings,
                     Lane::second);
}

void decode(KindTag<MaterializedView>, const SlotRows& rows, Reader& reader) {
  for_each_view(rows, reader, [&](const pg::Row& row) {
    MaterializedView view;
    view.query = view_query(row);
    view.columns = view_columns(row);
    view.options = view_options(row);
    view.populated = view_is_populated(row);
    const Identifier& method = reader.names().access_method(view_access_method(row));
    if (method.text() != "heap") view.access_method = method;
    view.tablespace = reader.names().tablespace(view_tablespace(row));
    reader.put(view_address(row), reader.names().relation_id(view_address(row).oid),
               std::move(view), view_owner(row));
  });
  read_settings(rows[kViewHalves], reader);
}

}  // namespace pgplumb::introspect
