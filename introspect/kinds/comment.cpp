#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kQuery = R"sql(
select d.classoid, d.objoid, a.attname, d.description
from pg_description d
left join pg_attribute a on d.classoid = 'pg_class'::regclass and d.objsubid <> 0
                        and a.attrelid = d.objoid and a.attnum = d.objsubid
where d.objoid >= 16384
   or d.objoid = 2200 and d.classoid = 'pg_namespace'::regclass
)sql";

// Comments of extensions are left out: each brings its own, which no statement of the user's made.
// Every database starts with that of public.
bool is_initial(Address address, std::string_view text) {
  return address == Address{CatalogOid::pg_namespace, kPublicNamespace} &&
         text == "standard public schema";
}

}  // namespace

void ask_for(KindTag<Comment>, QueryList& queries) { queries.add(kQuery, Lane::second); }

// A comment on what is outside the model goes with it.
void decode(KindTag<Comment>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const Address address{static_cast<CatalogOid>(row.oid(0)), row.oid(1)};
    const ObjectId* subject = reader.find(address);
    if (subject == nullptr || address.catalog == CatalogOid::pg_extension) continue;
    if (is_initial(address, row.text(3))) continue;
    ObjectId id = about(ObjectKind::comment, *subject);
    if (!row.is_null(2)) {
      id = about(ObjectKind::comment,
                 part_of(*subject, ObjectKind::attribute, Identifier(row.string(2))));
    }
    reader.put(id, Comment{row.string(3)});
  }
}

}  // namespace pgplumb::introspect
