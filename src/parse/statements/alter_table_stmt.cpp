#include "parse/alter_table.hpp"
#include "parse/relation_tree.hpp"
#include "parse/routine_effects.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

AlterPass pass_of(const ::AlterTableCmd& command) {
  switch (command.subtype) {
    case AT_DropColumn:
    case AT_DropConstraint:
    case AT_DropNotNull:
    case AT_DropIdentity:
    case AT_DropExpression: return AlterPass::drop;
    case AT_ColumnDefault:
      return command.def != nullptr ? AlterPass::other_constraint : AlterPass::drop;
    case AT_AlterColumnType: return AlterPass::type;
    case AT_AddColumn: return AlterPass::add_column;
    case AT_SetExpression: return AlterPass::set_expression;
    case AT_AddConstraint: return AlterPass::add_constraint;
    case AT_SetNotNull: return AlterPass::column_attributes;
    case AT_AddIdentity: return AlterPass::other_constraint;
    default: return AlterPass::rest;
  }
}

bool alter_table(const ::AlterTableCmd& command, Alteration& alteration) {
  return alter_columns(command, alteration) || alter_column_settings(command, alteration) ||
         alter_constraints(command, alteration) || alter_options(command, alteration) ||
         alter_children(command, alteration);
}

void alter(const ::AlterTableCmd& command, Alteration& alteration) {
  const bool is_table = alteration.relation().kind == ObjectKind::relation;
  const bool known =
      is_table ? alter_table(command, alteration) : alter_other_class(command, alteration);
  if (!known) alteration.replay().unmanaged("");
}

}  // namespace

void Alteration::run() {
  while (!steps_.empty()) {
    const auto step = std::move(steps_.begin()->second);
    steps_.erase(steps_.begin());
    step();
  }
}

bool Alteration::has_column(const Identifier& column) {
  if (catalog().contains(attribute_id(relation_, column))) return true;
  replay_.unresolved("column", relation_.name + "." + column.text());
  return false;
}

void lower(const ::AlterTableStmt& statement, Replay& replay) {
  if (replay.is_temporary(*statement.relation)) return;
  const auto id = replay.find_class(*statement.relation);
  if (!id) {
    if (statement.missing_ok) return;
    const char* what = statement.objtype == OBJECT_TYPE ? "type" : "relation";
    return replay.unresolved(what, written(*statement.relation), statement.relation->location);
  }
  const Reach reach = statement.relation->inh ? Reach::with_children : Reach::only;
  Alteration alteration(*id, reach, replay);
  for (const ::AlterTableCmd* command : sql::items<::AlterTableCmd>(statement.cmds)) {
    alteration.later(pass_of(*command), [command, &alteration] { alter(*command, alteration); });
  }
  alteration.run();
  // Defaults, checks and USING are evaluated for the rows that are there.
  leave_open_effects(replay);
}

}  // namespace pgplumb::parse
