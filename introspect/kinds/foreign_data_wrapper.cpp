#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kForeignDataWrapperQuery = R"sql(
select w.oid, w.fdwname, w.fdwowner, h.pronamespace, h.proname, v.pronamespace, v.proname,
       w.fdwoptions
from pg_foreign_data_wrapper w
left join pg_proc h on h.oid = w.fdwhandler
left join pg_proc v on v.oid = w.fdwvalidator
where w.oid >= 16384
)sql";

QualifiedName routine(const pg::Row& row, std::size_t first, const Names& names) {
  if (row.is_null(first)) return {};
  return {names.space(row.oid(first)), Identifier(row.string(first + 1))};
}

}  // namespace

void ask_for(KindTag<ForeignDataWrapper>, QueryList& queries) {
  queries.add_if_any("pg_foreign_data_wrapper where oid >= 16384", kForeignDataWrapperQuery,
                     Lane::second);
}

void decode(KindTag<ForeignDataWrapper>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_foreign_data_wrapper, row.oid(0)};
    if (reader.names().is_extension_member(address)) continue;
    ForeignDataWrapper wrapper;
    wrapper.handler = routine(row, 3, reader.names());
    wrapper.validator = routine(row, 5, reader.names());
    wrapper.options = foreign_options_of(row, 7);
    reader.put(address, object_id(ObjectKind::foreign_data_wrapper, Identifier(row.string(1))),
               std::move(wrapper), row.oid(2));
  }
}

}  // namespace pgplumb::introspect
