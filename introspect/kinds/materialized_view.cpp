#include "introspect/kind_stages.hpp"
#include "introspect/view_rows.hpp"

namespace pgplumb::introspect {

void ask_for(KindTag<MaterializedView>, QueryList& queries) { ask_for_views('m', queries); }

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
}

}  // namespace pgplumb::introspect
