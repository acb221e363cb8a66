// ALTER POLICY … TO, USING, WITH CHECK.
#include "parse/policy_roles.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::AlterPolicyStmt& statement, Replay& replay) {
  if (replay.is_temporary(*statement.table)) return;
  const auto relation = replay.find_class(*statement.table);
  if (!relation) {
    return replay.unresolved("table", statement.table->relname, statement.table->location);
  }
  const ObjectId id = part_of(*relation, ObjectKind::policy, Identifier(statement.policy_name));
  auto* policy = replay.model().get<Policy>(id);
  if (policy == nullptr) return replay.unresolved("policy", shown(id));
  if (statement.roles != nullptr) policy->roles = policy_roles(statement.roles, replay);
  if (statement.qual != nullptr) policy->using_expression = replay.expression(statement.qual);
  if (statement.with_check != nullptr) policy->with_check = replay.expression(statement.with_check);
  replay.touch(id);
}

}  // namespace pgplumb::parse
