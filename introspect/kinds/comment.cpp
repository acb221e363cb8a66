#include <optional>

#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kCommentQuery = R"sql(
select d.classoid, d.objoid, a.attname, d.description
from pg_description d
left join pg_attribute a on d.classoid = 'pg_class'::regclass and d.objsubid <> 0
                        and a.attrelid = d.objoid and a.attnum = d.objsubid
where d.objoid >= 16384
   or d.objoid = 2200 and d.classoid = 'pg_namespace'::regclass
   or d.classoid = 'pg_extension'::regclass and d.description <> 'PL/pgSQL procedural language'
union all
select 'pg_namespace'::regclass, n.oid, null, ''
from pg_namespace n
where n.nspname = 'public' and obj_description(n.oid, 'pg_namespace') is null
)sql";

// What the control files say of the extensions, but of plpgsql, which all databases have.
constexpr const char* kExtensions = R"sql(
select e.extname, a.comment
from pg_extension e join pg_available_extensions() a on a.name = e.extname
where e.extname <> 'plpgsql'
)sql";

// The index behind a constraint is no object, and has comments of its own all the same.
std::optional<ObjectId> subject_of(Address address, const Reader& reader) {
  if (const ObjectId* id = reader.find(address)) return *id;
  if (address.catalog != CatalogOid::pg_class) return std::nullopt;
  const ClassEntry& entry = reader.names().relation(address.oid);
  const bool index = entry.relkind == 'i' || entry.relkind == 'I';
  return index && entry.in_model ? std::optional(object_id(ObjectKind::index, entry.name))
                                 : std::nullopt;
}

}  // namespace

void ask_for(KindTag<Comment>, QueryList& queries) {
  queries.add(kCommentQuery, Lane::second);
  queries.add_if_any("pg_extension where extname <> 'plpgsql'", kExtensions, Lane::second);
}

// A comment on what is outside the model goes with it.
void decode(KindTag<Comment>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const Address address{static_cast<CatalogOid>(row.oid(0)), row.oid(1)};
    const auto subject = subject_of(address, reader);
    if (!subject) continue;
    if (is_public_namespace(*subject) && row.text(3) == kPublicComment) continue;
    ObjectId id = about(ObjectKind::comment, *subject);
    if (!row.is_null(2)) {
      id = about(ObjectKind::comment,
                 part_of(*subject, ObjectKind::attribute, Identifier(row.string(2))));
    }
    reader.put(id, Comment{row.string(3)});
  }
  reader.catalog().extension_comments.emplace("plpgsql", kPlpgsqlComment);
  for (const pg::Row row : rows[1]) {
    reader.catalog().extension_comments.emplace(row.string(0), row.string(1));
  }
}

}  // namespace pgplumb::introspect
