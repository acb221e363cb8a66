#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

// Told the relation, the printer looks up all of its columns, each time; only the expressions of
// generated columns name any.
constexpr const char* kAttributeDefaultQuery = R"sql(
select adrelid, adnum,
       pg_get_expr(adbin, case when position('{VAR ' in adbin::text) > 0 then adrelid else 0 end)
from pg_attrdef where adrelid >= 16384
)sql";

}  // namespace

void ask_for(KindTag<AttributeDefault>, QueryList& queries) {
  queries.add(kAttributeDefaultQuery, Lane::first);
}

// Defaults of views' columns have no entry in Names: they are parts of their views.
void decode(KindTag<AttributeDefault>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const Identifier& column = reader.names().attribute(row.oid(0), row.integer(1)).name;
    const auto attribute_id = reader.find_attribute(row.oid(0), column.text());
    if (!attribute_id) continue;
    const Attribute* attribute = reader.catalog().get<Attribute>(*attribute_id);
    if (attribute == nullptr) continue;
    AttributeDefault value;
    value.expression = Reader::expression(row.text(2));
    value.type = attribute->type;
    value.generated = attribute->generated != Generated::none;
    ObjectId id = *attribute_id;
    id.kind = ObjectKind::attribute_default;
    reader.put(id, std::move(value));
  }
}

}  // namespace pgplumb::introspect
