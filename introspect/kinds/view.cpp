#include "introspect/kind_stages.hpp"
#include "introspect/view_rows.hpp"

namespace pgplumb::introspect {

void ask_for(KindTag<View>, QueryList& queries) { ask_for_views('v', queries); }

void decode(KindTag<View>, const SlotRows& rows, Reader& reader) {
  for_each_view(rows, reader, [&](const pg::Row& row) {
    View view;
    view.query = view_query(row);
    view.columns = view_columns(row);
    view.options = view_options(row);
    reader.put(view_address(row), reader.names().relation_id(view_address(row).oid),
               std::move(view), view_owner(row));
  });
}

}  // namespace pgplumb::introspect
