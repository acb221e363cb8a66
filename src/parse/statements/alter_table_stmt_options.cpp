// ALTER TABLE: what belongs to the table as a whole, and its triggers.
#include "parse/alter_table.hpp"
#include "parse/foreign_options.hpp"
#include "parse/options.hpp"
#include "parse/ownership.hpp"
#include "parse/relation_tree.hpp"
#include "parse/row_security.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

bool has_triggers(const Constraint& constraint) {
  if (constraint.type == ConstraintType::foreign_key) return constraint.enforced;
  return constraint.deferrable && has_index(constraint);
}

std::optional<TriggerEnabled> trigger_state(::AlterTableType subtype) {
  switch (subtype) {
    case AT_EnableTrig:
    case AT_EnableTrigAll:
    case AT_EnableTrigUser: return TriggerEnabled::origin;
    case AT_EnableAlwaysTrig: return TriggerEnabled::always;
    case AT_EnableReplicaTrig: return TriggerEnabled::replica;
    case AT_DisableTrig:
    case AT_DisableTrigAll:
    case AT_DisableTrigUser: return TriggerEnabled::disabled;
    default: return std::nullopt;
  }
}

bool is_partitioned(const ObjectId& relation, const Catalog& catalog) {
  const auto* model = catalog.get<Relation>(relation);
  return model != nullptr && model->relation_kind == RelationKind::partitioned;
}

// What checks a constraint counts as a trigger, too: of the keys here and of foreign keys to here.
void enable_checks(const ObjectId& relation, TriggerEnabled state, Replay& replay) {
  const QualifiedName name = relation.qualified_name();
  std::vector<ObjectId> changed;
  for (const auto [id, constraint] : replay.catalog().all<Constraint>()) {
    if (!has_triggers(constraint)) continue;
    const bool own = id.subject == ObjectKind::relation && id.qualified_name() == name;
    if (own || constraint.foreign_relation == name) changed.push_back(id);
  }
  for (const ObjectId& id : changed) {
    auto& constraint = *replay.model().get<Constraint>(id);
    (id.qualified_name() == name ? constraint.triggers : constraint.foreign_triggers) = state;
    replay.touch(id);
  }
}

void enable_checks_of_tree(const ObjectId& relation, TriggerEnabled state, Reach reach,
                           Replay& replay) {
  constexpr int kChecksOfPartitioned = 150000;  // before, only the partitions had such triggers
  const int version = replay.catalog().version();
  if (version != 0 && version < kChecksOfPartitioned) {
    if (!is_partitioned(relation, replay.catalog())) enable_checks(relation, state, replay);
    return;
  }
  enable_checks(relation, state, replay);
  if (reach == Reach::only) return;
  for (const ObjectId& partition : partitions_of(replay.catalog(), relation)) {
    enable_checks_of_tree(partition, state, reach, replay);
  }
}

// Clones in partitions follow their parent; without a name all triggers do.
bool enable_triggers(const ObjectId& relation, const std::string& name, TriggerEnabled state,
                     Reach reach, Replay& replay) {
  bool found = false;
  for (const ObjectId& id : replay.catalog().parts_of(relation, ObjectKind::trigger)) {
    if (!name.empty() && id.member != name) continue;
    replay.model().get<Trigger>(id)->enabled = state;
    replay.touch(id);
    found = true;
  }
  if (reach == Reach::only) return found;
  for (const ObjectId& partition : partitions_of(replay.catalog(), relation)) {
    enable_triggers(partition, name, state, reach, replay);
  }
  return found;
}

bool alter_triggers(const ::AlterTableCmd& command, Alteration& alteration) {
  const auto state = trigger_state(command.subtype);
  if (!state) return false;
  const std::string name = sql::text_of(command.name);
  const bool found =
      enable_triggers(alteration.relation(), name, *state, alteration.reach(), alteration.replay());
  if (command.subtype == AT_EnableTrigAll || command.subtype == AT_DisableTrigAll) {
    enable_checks_of_tree(alteration.relation(), *state, alteration.reach(), alteration.replay());
  }
  if (!found && !name.empty()) {
    alteration.replay().unresolved("trigger", alteration.relation().name + "." + name);
  }
  return true;
}

std::optional<TriggerEnabled> rule_state(::AlterTableType subtype) {
  switch (subtype) {
    case AT_EnableRule: return TriggerEnabled::origin;
    case AT_EnableAlwaysRule: return TriggerEnabled::always;
    case AT_EnableReplicaRule: return TriggerEnabled::replica;
    case AT_DisableRule: return TriggerEnabled::disabled;
    default: return std::nullopt;
  }
}

bool alter_rule(const ::AlterTableCmd& command, Alteration& alteration) {
  const auto state = rule_state(command.subtype);
  if (!state) return false;
  const ObjectId id =
      part_of(alteration.relation(), ObjectKind::rule, Identifier(sql::text_of(command.name)));
  auto* rule = alteration.replay().model().get<Rule>(id);
  if (rule == nullptr) {
    alteration.replay().unresolved("rule", shown(id));
    return true;
  }
  rule->enabled = *state;
  alteration.replay().touch(id);
  return true;
}

void change_row_security(::AlterTableType subtype, Relation& relation) {
  RowSecurityFlags flags = row_security_flags(relation);
  if (subtype == AT_EnableRowSecurity) flags.enabled = true;
  if (subtype == AT_DisableRowSecurity) flags.enabled = false;
  if (subtype == AT_ForceRowSecurity) flags.forced = true;
  if (subtype == AT_NoForceRowSecurity) flags.forced = false;
  set_row_security(relation, flags);
}

void set_replica_identity(const ::ReplicaIdentityStmt& statement, const ObjectId& id,
                          Relation& relation) {
  relation.replica_identity_index = {};
  switch (statement.identity_type) {
    case 'f': relation.replica_identity = ReplicaIdentity::full; return;
    case 'n': relation.replica_identity = ReplicaIdentity::nothing; return;
    case 'i':
      relation.replica_identity = ReplicaIdentity::index;
      relation.replica_identity_index = qualified(id.space, sql::text_of(statement.name));
      return;
    default: relation.replica_identity = ReplicaIdentity::default_;
  }
}

void set_persistence(Persistence persistence, Alteration& alteration) {
  Replay& replay = alteration.replay();
  auto* relation = replay.model().get<Relation>(alteration.relation());
  // A partitioned table has no storage: the statement passes and does nothing.
  if (relation->relation_kind == RelationKind::partitioned) return;
  relation->persistence = persistence;
  for (const ObjectId& id : owned_sequences(replay.catalog(), alteration.relation(), {})) {
    replay.model().get<Sequence>(id)->persistence = persistence;
    replay.touch(id);
  }
}

// DEFAULT names none: the setting counts, and for a partitioned table nothing stays.
void set_access_method(const ::AlterTableCmd& command, const Alteration& alteration,
                       Relation& relation) {
  const bool stored = relation.relation_kind != RelationKind::partitioned;
  if (command.name == nullptr && !stored) {
    relation.access_method = {};
  } else {
    relation.access_method = alteration.replay().table_access_method(command.name);
  }
}

bool change_relation(const ::AlterTableCmd& command, Alteration& alteration) {
  Relation& relation = *alteration.replay().model().get<Relation>(alteration.relation());
  const auto* list = reinterpret_cast<const ::List*>(command.def);
  switch (command.subtype) {
    case AT_EnableRowSecurity:
    case AT_DisableRowSecurity:
    case AT_ForceRowSecurity:
    case AT_NoForceRowSecurity: return change_row_security(command.subtype, relation), true;
    case AT_ReplicaIdentity:
      set_replica_identity(*reinterpret_cast<const ::ReplicaIdentityStmt*>(command.def),
                           alteration.relation(), relation);
      return true;
    case AT_SetLogged: return set_persistence(Persistence::permanent, alteration), true;
    case AT_SetUnLogged: return set_persistence(Persistence::unlogged, alteration), true;
    case AT_SetTableSpace: relation.tablespace = unless(command.name, "pg_default"); return true;
    case AT_SetAccessMethod: set_access_method(command, alteration, relation); return true;
    case AT_SetRelOptions: return set_options(relation.options, list), true;
    case AT_ResetRelOptions: return reset_options(relation.options, list), true;
    case AT_GenericOptions:
      return change_foreign_options(relation.foreign_options, list, alteration.relation().name,
                                    alteration.replay()),
             true;
    default: return false;
  }
}

}  // namespace

bool alter_options(const ::AlterTableCmd& command, Alteration& alteration) {
  if (alter_triggers(command, alteration) || alter_rule(command, alteration)) return true;
  if (change_relation(command, alteration)) {
    alteration.replay().touch(alteration.relation());
    return true;
  }
  switch (command.subtype) {
    case AT_ClusterOn:
      return cluster_on(alteration.relation(), sql::text_of(command.name), alteration.replay()),
             true;
    case AT_DropCluster: return cluster_on(alteration.relation(), "", alteration.replay()), true;
    case AT_ChangeOwner:
      return change_owner(alteration.relation(), *command.newowner, alteration.replay()), true;
    case AT_DropOids: return true;
    default: return false;
  }
}

}  // namespace pgplumb::parse
