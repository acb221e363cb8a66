#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kSecurityLabelQuery = R"sql(
select l.classoid, l.objoid, a.attname, l.provider, l.label
from pg_seclabel l
left join pg_attribute a on l.classoid = 'pg_class'::regclass and l.objsubid <> 0
                        and a.attrelid = l.objoid and a.attnum = l.objsubid
where l.objoid >= 16384 or l.objoid = 2200 and l.classoid = 'pg_namespace'::regclass
)sql";

}  // namespace

void ask_for(KindTag<SecurityLabel>, QueryList& queries) {
  queries.add_if_any("pg_seclabel", kSecurityLabelQuery, Lane::second);
}

// A label on what is outside the model goes with it.
void decode(KindTag<SecurityLabel>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const ObjectId* found = reader.find({static_cast<CatalogOid>(row.oid(0)), row.oid(1)});
    if (found == nullptr) continue;
    ObjectId subject = *found;
    if (!row.is_null(2)) {
      subject = part_of(subject, ObjectKind::attribute, Identifier(row.string(2)));
    }
    reader.put(label_on(subject, row.string(3)), SecurityLabel{row.string(4)});
  }
}

}  // namespace pgplumb::introspect
