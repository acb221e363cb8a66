#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// One row per dictionary of a token; a configuration without any mapping gives one row.
constexpr const char* kTextSearchConfigurationQuery = R"sql(
select c.oid, c.cfgname, c.cfgnamespace, c.cfgowner,
       array[n.nspname::text, p.prsname::text],
       token.alias, array[s.nspname::text, d.dictname::text]
from pg_ts_config c
join pg_ts_parser p on p.oid = c.cfgparser
join pg_namespace n on n.oid = p.prsnamespace
left join pg_ts_config_map m on m.mapcfg = c.oid
left join pg_ts_dict d on d.oid = m.mapdict
left join pg_namespace s on s.oid = d.dictnamespace
left join lateral ts_token_type(c.cfgparser) token on token.tokid = m.maptokentype
where c.oid >= 16384
order by c.oid, token.alias collate "C", m.mapseqno
)sql";

void add_mapping(const pg::Row& row, TextSearchConfiguration& configuration) {
  if (row.is_null(5)) return;
  auto& mappings = configuration.mappings;
  if (mappings.empty() || mappings.back().token != row.text(5)) {
    mappings.push_back({row.string(5), {}});
  }
  mappings.back().dictionaries.push_back(name_at(row, 6));
}

}  // namespace

void ask_for(KindTag<TextSearchConfiguration>, QueryList& queries) {
  queries.add_if_any("pg_ts_config where oid >= 16384", kTextSearchConfigurationQuery, Lane::first);
}

void decode(KindTag<TextSearchConfiguration>, const SlotRows& rows, Reader& reader) {
  const Names& names = reader.names();
  for (std::size_t at = 0; at < rows[0].size();) {
    const pg::Row first = rows[0][at];
    const Address address{CatalogOid::pg_ts_config, first.oid(0)};
    TextSearchConfiguration configuration;
    configuration.parser = name_at(first, 4);
    for (; at < rows[0].size() && rows[0][at].oid(0) == address.oid; ++at) {
      add_mapping(rows[0][at], configuration);
    }
    if (!names.user_space(first.oid(2)) || names.is_extension_member(address)) continue;
    const QualifiedName name{names.space(first.oid(2)), Identifier(first.string(1))};
    reader.put(address, object_id(ObjectKind::text_search_configuration, name),
               std::move(configuration), first.oid(3));
  }
}

}  // namespace pgplumb::introspect
