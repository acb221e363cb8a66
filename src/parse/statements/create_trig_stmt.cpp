// CREATE [OR REPLACE] [CONSTRAINT] TRIGGER.
#include "parse/extension_dependencies.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/triggers.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

bool can_have_triggers(const ObjectId& id) {
  return id.kind == ObjectKind::relation || id.kind == ObjectKind::view;
}

bool is_partitioned(const ObjectId& id, const Replay& replay) {
  const auto* relation = replay.catalog().get<Relation>(id);
  return relation != nullptr && relation->relation_kind == RelationKind::partitioned;
}

}  // namespace

void lower(const ::CreateTrigStmt& statement, Replay& replay) {
  if (replay.is_temporary(*statement.relation)) return;
  const auto relation = replay.find_class(*statement.relation);
  if (!relation || !can_have_triggers(*relation)) {
    return replay.unresolved("table", statement.relation->relname, statement.relation->location);
  }
  const Identifier name(statement.trigname);
  const ObjectId id = part_of(*relation, ObjectKind::trigger, name);
  if (!statement.replace && replay.model().contains(id)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "trigger \"" + shown(id) + "\" exists already");
  }
  const auto trigger = trigger_of(statement, *relation, replay);
  if (!trigger) return;
  replay.put(id, *trigger);
  forget_extension_dependencies(id, replay);
  if (statement.row && is_partitioned(*relation, replay)) {
    clone_to_partitions(*relation, name, *trigger, replay);
  }
}

}  // namespace pgplumb::parse
