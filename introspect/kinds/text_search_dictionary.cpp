#include <algorithm>

#include "introspect/kind_stages.hpp"
#include "introspect/server_text.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kTextSearchDictionaryQuery = R"sql(
select d.oid, d.dictname, d.dictnamespace, d.dictowner,
       array[n.nspname::text, t.tmplname::text], d.dictinitoption
from pg_ts_dict d
join pg_ts_template t on t.oid = d.dicttemplate
join pg_namespace n on n.oid = t.tmplnamespace
where d.oid >= 16384
)sql";

}  // namespace

void ask_for(KindTag<TextSearchDictionary>, QueryList& queries) {
  queries.add_if_any("pg_ts_dict where oid >= 16384", kTextSearchDictionaryQuery, Lane::first);
}

void decode(KindTag<TextSearchDictionary>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_ts_dict, row.oid(0)};
    if (!names.user_space(row.oid(2)) || names.is_extension_member(address)) continue;
    TextSearchDictionary dictionary;
    dictionary.template_ = name_at(row, 4);
    dictionary.options = definition_options(row.text(5));
    std::sort(dictionary.options.begin(), dictionary.options.end());
    const QualifiedName name{names.space(row.oid(2)), Identifier(row.string(1))};
    reader.put(address, object_id(ObjectKind::text_search_dictionary, name), std::move(dictionary),
               row.oid(3));
  }
}

}  // namespace pgplumb::introspect
