#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kLanguageQuery = R"sql(
select l.oid, l.lanname, l.lanowner, l.lanpltrusted, h.pronamespace, h.proname, i.pronamespace,
       i.proname, v.pronamespace, v.proname
from pg_language l
join pg_proc h on h.oid = l.lanplcallfoid
left join pg_proc i on i.oid = l.laninline
left join pg_proc v on v.oid = l.lanvalidator
where l.oid >= 16384
)sql";

struct LanguageColumn {
  enum Index : std::size_t {
    oid,
    name,
    owner,
    trusted,
    handler_space,
    handler,
    inline_space,
    inline_handler,
    validator_space,
    validator,
  };
};

}  // namespace

void ask_for(KindTag<Language>, QueryList& queries) {
  queries.add_if_any("pg_language where oid >= 16384", kLanguageQuery, Lane::first);
}

void decode(KindTag<Language>, const SlotRows& rows, Reader& reader) {
  using enum LanguageColumn::Index;
  for (const pg::Row row : rows[0]) {
    const Address address{CatalogOid::pg_language, row.oid(oid)};
    if (reader.names().is_extension_member(address)) continue;
    Language language;
    language.trusted = row.boolean(trusted);
    language.handler = reader.name_at(row, handler_space, handler);
    language.inline_handler = reader.name_at(row, inline_space, inline_handler);
    language.validator = reader.name_at(row, validator_space, validator);
    reader.put(address, object_id(ObjectKind::language, Identifier(row.string(name))),
               std::move(language), row.oid(owner));
  }
}

}  // namespace pgplumb::introspect
