// CREATE POLICY.
#include <string_view>

#include "parse/policy_roles.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

PolicyCommand command_of(std::string_view name) {
  if (name == "select") return PolicyCommand::select;
  if (name == "insert") return PolicyCommand::insert;
  if (name == "update") return PolicyCommand::update;
  if (name == "delete") return PolicyCommand::delete_;
  return PolicyCommand::all;
}

}  // namespace

void lower(const ::CreatePolicyStmt& statement, Replay& replay) {
  if (replay.is_temporary(*statement.table)) return;
  const auto relation = replay.find_class(*statement.table);
  if (!relation || relation->kind != ObjectKind::relation) {
    return replay.unresolved("table", statement.table->relname, statement.table->location);
  }
  const ObjectId id = part_of(*relation, ObjectKind::policy, Identifier(statement.policy_name));
  if (replay.model().contains(id)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "policy \"" + shown(id) + "\" exists already");
  }
  Policy policy;
  policy.permissive = statement.permissive;
  policy.command = command_of(sql::text_of(statement.cmd_name));
  policy.roles = policy_roles(statement.roles, replay);
  if (statement.qual != nullptr) policy.using_expression = replay.expression(statement.qual);
  if (statement.with_check != nullptr) policy.with_check = replay.expression(statement.with_check);
  replay.put(id, std::move(policy));
}

}  // namespace pgplumb::parse
