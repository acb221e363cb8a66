#include <string>
#include <utility>
#include <vector>

#include "parse/alter_table.hpp"
#include "parse/object_lookup.hpp"
#include "parse/range_constructors.hpp"
#include "parse/relation_tree.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

ObjectId moved(const ObjectId& id, const std::string& space) {
  ObjectId after = id;
  after.space = space;
  return after;
}

// A table takes its indexes, those of its keys, and the sequences of its columns along.
void move_relation(const ObjectId& id, const std::string& space, Replay& replay) {
  const std::vector<ObjectId> indexes = replay.catalog().indexes_of(id.qualified_name());
  const std::vector<ObjectId> sequences = owned_sequences(replay.catalog(), id, {});
  for (const ObjectId& key : replay.catalog().parts_of(id, ObjectKind::constraint)) {
    if (!has_index(*replay.catalog().get<Constraint>(key))) continue;
    const ObjectId index = object_id(ObjectKind::index, qualified(key.space, key.member));
    replay.rename(index, moved(index, space));
  }
  replay.rename(id, moved(id, space));
  for (const ObjectId& index : indexes) replay.rename(index, moved(index, space));
  for (const ObjectId& sequence : sequences) replay.rename(sequence, moved(sequence, space));
}

// What uses it goes on using it.
void move_extension(const ObjectId& id, const std::string& space, Replay& replay) {
  const Identifier before = replay.catalog().get<Extension>(id)->space;
  replay.move_extension({{id.name}, before, Identifier(space)});
  replay.model().get<Extension>(id)->space = Identifier(space);
  replay.touch(id);
}

bool is_class(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::relation:
    case ObjectKind::view:
    case ObjectKind::materialized_view:
    case ObjectKind::sequence:
    case ObjectKind::composite_type: return true;
    default: return false;
  }
}

bool name_is_free(const ObjectId& after, Replay& replay) {
  const bool taken = is_class(after.kind)
                         ? replay.catalog().find_class(after.qualified_name()).has_value()
                         : replay.catalog().contains(after);
  if (!taken) return true;
  replay.error(DiagnosticCode::duplicate_object,
               "\"" + printable(shown(after)) + "\" exists already");
  return false;
}

// The multirange type that the statement names by its own name, of a range type.
bool move_multirange(const ObjectId& range, const ::AlterObjectSchemaStmt& statement,
                     Replay& replay) {
  if (range.kind != ObjectKind::range_type) return false;
  const auto names = sql::strings_of(reinterpret_cast<const ::List*>(statement.object));
  const QualifiedName& multirange = replay.catalog().get<RangeType>(range)->multirange;
  if (names.back() == range.name || names.back() != multirange.name.text()) return false;
  const ObjectId before = object_id(ObjectKind::range_type, multirange);
  replay.rename(before, moved(before, sql::text_of(statement.newschema)));
  replay.touch(range);
  return true;
}

}  // namespace

void lower(const ::AlterObjectSchemaStmt& statement, Replay& replay) {
  const FoundObject found =
      find_object(statement.objectType, statement.object, statement.relation, nullptr, replay);
  if (!found.managed) return replay.unmanaged("");
  const std::string space = sql::text_of(statement.newschema);
  if (!found.id) {
    if (statement.objectType == OBJECT_FUNCTION &&
        move_constructor(*reinterpret_cast<const ::ObjectWithArgs*>(statement.object),
                         Identifier(space), replay)) {
      return;
    }
    return report_missing(found, statement.missing_ok, replay);
  }
  if (!replay.catalog().contains(object_id(ObjectKind::namespace_, Identifier(space)))) {
    return replay.unresolved("schema", space);
  }
  if (found.id->kind == ObjectKind::extension) return move_extension(*found.id, space, replay);
  if (found.id->kind != ObjectKind::range_type && found.id->space == space) return;
  if (found.id->space != space && !name_is_free(moved(*found.id, space), replay)) return;
  if (is_class(found.id->kind)) return move_relation(*found.id, space, replay);
  if (move_multirange(*found.id, statement, replay)) return;
  replay.rename(*found.id, moved(*found.id, space));
}

}  // namespace pgplumb::parse
