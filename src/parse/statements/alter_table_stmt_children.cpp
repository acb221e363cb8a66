// ALTER TABLE: inheritance, partitions, typed tables.
#include <algorithm>

#include "parse/alter_table.hpp"
#include "parse/detached_partition.hpp"
#include "parse/inheritance.hpp"
#include "parse/partitions.hpp"
#include "parse/relation_tree.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

std::optional<ObjectId> find_table(const ::RangeVar& name, Replay& replay) {
  auto id = replay.find_class(name);
  if (id && id->kind == ObjectKind::relation) return id;
  replay.unresolved("table", written(name), name.location);
  return std::nullopt;
}

void inherit(const ::RangeVar& name, Alteration& alteration) {
  Replay& replay = alteration.replay();
  const auto parent = find_table(name, replay);
  if (!parent) return;
  replay.model().get<Relation>(alteration.relation())->inherits.push_back(parent->qualified_name());
  join_parent(*parent, alteration.relation(), ChildKind::inheriting, replay);
  replay.touch(alteration.relation());
}

void disinherit(const ::RangeVar& name, Alteration& alteration) {
  Replay& replay = alteration.replay();
  const auto parent = find_table(name, replay);
  if (!parent) return;
  auto& parents = replay.model().get<Relation>(alteration.relation())->inherits;
  std::erase(parents, parent->qualified_name());
  leave_parent(*parent, alteration.relation(), replay);
  replay.touch(alteration.relation());
}

void attach_partition(const ::PartitionCmd& command, Alteration& alteration) {
  Replay& replay = alteration.replay();
  const auto partition = find_table(*command.name, replay);
  if (!partition) return;
  auto* relation = replay.model().get<Relation>(*partition);
  relation->partition_of = alteration.relation().qualified_name();
  relation->partition_bound = partition_bound(*command.bound, replay);
  join_parent(alteration.relation(), *partition, ChildKind::partition, replay);
  replay.touch(*partition);
  equip_partition(alteration.relation(), *partition, replay);
}

void detach_partition(const ::PartitionCmd& command, Alteration& alteration) {
  Replay& replay = alteration.replay();
  const auto partition = find_table(*command.name, replay);
  if (!partition) return;
  if (command.concurrent) keep_bounds_as_check(alteration.relation(), *partition, replay);
  auto* relation = replay.model().get<Relation>(*partition);
  // The state that a server has handed over is the one after the statement.
  if (relation == nullptr || relation->partition_of.empty()) return;
  relation->partition_of = {};
  relation->partition_bound = {};
  leave_parent(alteration.relation(), *partition, replay);
  replay.touch(*partition);
  release_partition(alteration.relation(), *partition, replay);
}

void set_type(const ::TypeName& name, Alteration& alteration) {
  Replay& replay = alteration.replay();
  const auto type = replay.find_type(name.names);
  if (!type || type->kind != ObjectKind::composite_type) {
    return replay.unresolved("type", written(name.names), name.location);
  }
  replay.model().get<Relation>(alteration.relation())->of_type = type->qualified_name();
  replay.touch(alteration.relation());
}

void unset_type(Alteration& alteration) {
  alteration.replay().model().get<Relation>(alteration.relation())->of_type = {};
  alteration.replay().touch(alteration.relation());
}

// Only a DETACH … CONCURRENTLY that was broken off leaves something to do, and no text does that.
void finalize(const ::PartitionCmd& command, Alteration& alteration) {
  alteration.replay().error(DiagnosticCode::refused_statement,
                            "partition \"" + written(*command.name) + "\" of table \"" +
                                shown(alteration.relation()) + "\" is not pending detach",
                            command.name->location);
}

}  // namespace

bool alter_children(const ::AlterTableCmd& command, Alteration& alteration) {
  const auto* name = reinterpret_cast<const ::RangeVar*>(command.def);
  const auto* partition = reinterpret_cast<const ::PartitionCmd*>(command.def);
  switch (command.subtype) {
    case AT_AddInherit: return inherit(*name, alteration), true;
    case AT_DropInherit: return disinherit(*name, alteration), true;
    case AT_AttachPartition: return attach_partition(*partition, alteration), true;
    case AT_DetachPartition: return detach_partition(*partition, alteration), true;
    case AT_DetachPartitionFinalize: return finalize(*partition, alteration), true;
    case AT_AddOf:
      return set_type(*reinterpret_cast<const ::TypeName*>(command.def), alteration), true;
    case AT_DropOf: return unset_type(alteration), true;
    default: return false;
  }
}

}  // namespace pgplumb::parse
