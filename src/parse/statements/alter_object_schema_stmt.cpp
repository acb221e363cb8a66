#include "parse/alter_table.hpp"
#include "parse/object_lookup.hpp"
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
    if (!is_key(*replay.catalog().get<Constraint>(key))) continue;
    const ObjectId index = object_id(ObjectKind::index, qualified(key.space, key.member));
    replay.rename(index, moved(index, space));
  }
  replay.rename(id, moved(id, space));
  for (const ObjectId& index : indexes) replay.rename(index, moved(index, space));
  for (const ObjectId& sequence : sequences) replay.rename(sequence, moved(sequence, space));
}

// Routines and statistics objects may be called like a table.
bool stands_in_class(ObjectKind kind) {
  return kind != ObjectKind::routine && kind != ObjectKind::statistics_object;
}

void move_extension(const ObjectId& id, const std::string& space, Replay& replay) {
  auto& extension = *replay.model().get<Extension>(id);
  for (ExtensionMember& member : replay.model().extension_contents[id.name]) {
    if (member.name.space == extension.space) member.name.space = Identifier(space);
  }
  extension.space = Identifier(space);
  replay.touch(id);
}

bool name_is_free(const ObjectId& after, Replay& replay) {
  const bool taken = !stands_in_class(after.kind)
                         ? replay.catalog().contains(after)
                         : replay.catalog().find_class(after.qualified_name()).has_value();
  if (!taken) return true;
  replay.error(DiagnosticCode::duplicate_object,
               "\"" + printable(shown(after)) + "\" exists already");
  return false;
}

}  // namespace

void lower(const ::AlterObjectSchemaStmt& statement, Replay& replay) {
  const FoundObject found =
      find_object(statement.objectType, statement.object, statement.relation, nullptr, replay);
  if (!found.managed) return replay.unmanaged("");
  if (!found.id) return report_missing(found, statement.missing_ok, replay);
  const std::string space = sql::text_of(statement.newschema);
  if (!replay.catalog().contains(object_id(ObjectKind::namespace_, Identifier(space)))) {
    return replay.unresolved("schema", space);
  }
  if (found.id->kind == ObjectKind::extension) return move_extension(*found.id, space, replay);
  if (found.id->space == space || !name_is_free(moved(*found.id, space), replay)) return;
  if (!stands_in_class(found.id->kind)) return replay.rename(*found.id, moved(*found.id, space));
  move_relation(*found.id, space, replay);
}

}  // namespace pgplumb::parse
