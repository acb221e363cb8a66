// CREATE TYPE … AS (…).
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

CompositeAttribute attribute_of(const ColumnDef& column, const Replay& replay) {
  CompositeAttribute attribute;
  attribute.name = Identifier(column.colname);
  attribute.type = replay.type(*column.typeName);
  if (column.collClause != nullptr) {
    attribute.collation = collation_name(column.collClause->collname, replay);
  }
  return attribute;
}

}  // namespace

void lower(const ::CompositeTypeStmt& statement, Replay& replay) {
  const QualifiedName name = replay.creation_name(*statement.typevar);
  if (replay.model().find_type(name) || replay.model().find_class(name)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "type \"" + shown(name) + "\" exists already", statement.typevar->location);
  }
  CompositeType type;
  for (const ColumnDef* column : sql::items<ColumnDef>(statement.coldeflist)) {
    type.attributes.push_back(attribute_of(*column, replay));
  }
  replay.put(object_id(ObjectKind::composite_type, name), std::move(type));
}

}  // namespace pgplumb::parse
