#include "diff/replica_identity.hpp"

#include "diff/wording.hpp"

namespace pgplumb::diff {

Action set_replica_identity(const ObjectId& relation, const Relation& desired, const Scope& scope) {
  SqlWriter sql = alter_table(relation.qualified_name()).keyword("REPLICA IDENTITY");
  switch (desired.replica_identity) {
    case ReplicaIdentity::default_: sql.keyword("DEFAULT"); break;
    case ReplicaIdentity::full: sql.keyword("FULL"); break;
    case ReplicaIdentity::nothing: sql.keyword("NOTHING"); break;
    case ReplicaIdentity::index:
      sql.keyword("USING INDEX").name(desired.replica_identity_index.name);
      break;
  }
  Action action = Action::changing(relation);
  action.need(relation).statement(sql);
  if (const auto index = scope.desired.find_class(desired.replica_identity_index)) {
    action.need(*index);
  }
  return action.lock(relation.qualified_name(), LockMode::access_exclusive);
}

Actions renew_replica_identity(const ObjectId& relation, const QualifiedName& index,
                               const Scope& scope) {
  const auto* before = scope.current.get<Relation>(relation);
  const auto* after = scope.desired.get<Relation>(relation);
  const bool stays =
      before != nullptr && after != nullptr && before->replica_identity == ReplicaIdentity::index &&
      after->replica_identity == ReplicaIdentity::index &&
      before->replica_identity_index == index && after->replica_identity_index == index;
  if (!stays) return {};
  return set_replica_identity(relation, *after, scope);
}

}  // namespace pgplumb::diff
