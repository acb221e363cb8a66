#include "diff/inheritance.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

ObjectId column_of(const ObjectId& id) {
  ObjectId column = id;
  column.kind = ObjectKind::attribute;
  return column;
}

SqlWriter alter_column(const ObjectId& id, const Scope& scope) {
  SqlWriter sql = alter_only(id.qualified_name(), scope);
  return sql.keyword("ALTER COLUMN").name(Identifier(id.member));
}

// A new partition or child takes its parent's defaults along; a column that it declares itself,
// too, takes an expression, which up to PostgreSQL 15 it can't declare. One that is there when it
// becomes a child takes nothing.
bool is_copied(const ObjectId& id, const AttributeDefault& value, const Scope& scope) {
  const ObjectId column = column_of(id);
  const auto* attribute = scope.desired.get<Attribute>(column);
  if (attribute == nullptr || !scope.is_new(column)) return false;
  if (attribute->local && !value.generated) return false;
  const auto parent = inherited_part(scope.desired, id);
  if (!parent || joins(*parent_of(id), *parent_of(*parent), scope)) return false;
  const auto* original = scope.desired.get<AttributeDefault>(*parent);
  return compare_any(original->expression, value.expression) == Verdict::equal;
}

bool is_virtual(const ObjectId& id, const Scope& scope) {
  const auto* attribute = scope.desired.get<Attribute>(column_of(id));
  return attribute != nullptr && attribute->generated == Generated::virtual_;
}

Action generated(const ObjectId& id, const AttributeDefault& desired, const Scope& scope) {
  SqlWriter sql("GENERATED ALWAYS AS");
  sql.parenthesized(desired.expression);
  sql.keyword(is_virtual(id, scope) ? Words("VIRTUAL") : Words("STORED"));
  Action action = Action::making(id);
  action.statement(sql).inside(column_of(id), SqlWriter(), 0);
  return action;
}

Action set_default(const ObjectId& id, const AttributeDefault& desired, const Scope& scope) {
  Action action = Action::making(id);
  action.statement(SqlWriter("DEFAULT").expression(desired.expression));
  action.inside(column_of(id), alter_column(id, scope).keyword("SET"), 2);
  action.need(column_of(id)).lock(id.qualified_name(), LockMode::access_exclusive);
  return action;
}

Action drop_expression(const ObjectId& id, const Scope& scope) {
  SqlWriter sql = alter_column(id, scope).keyword("DROP EXPRESSION");
  Action action = Action::making(id);
  return action.statement(sql).lock(id.qualified_name(), LockMode::access_exclusive);
}

// PostgreSQL 17 can set the expression in place, and rewrites the table.
Actions set_expression(const ObjectId& id, const AttributeDefault& desired, const Scope& scope) {
  constexpr int kSetExpression = 170000;
  if (scope.options.server_version < kSetExpression) {
    Actions actions;
    actions.replace = {column_of(id)};
    return actions;
  }
  SqlWriter sql = alter_column(id, scope).keyword("SET EXPRESSION AS");
  Action action = Action::making(id);
  action.statement(sql.parenthesized(desired.expression)).hazard(Hazard::rewrites_table);
  action.rewrites = true;
  return action.lock(id.qualified_name(), LockMode::access_exclusive);
}

}  // namespace

Actions create(const ObjectId& id, const AttributeDefault& desired, const Scope& scope) {
  if (is_copied(id, desired, scope)) {
    Action action = Action::implied_make(id, column_of(id));
    action.need(*inherited_part(scope.desired, id));
    return action;
  }
  if (desired.generated) return generated(id, desired, scope);
  return set_default(id, desired, scope);
}

Actions drop(const ObjectId& id, const AttributeDefault& current, const Scope& scope) {
  Action action = Action::dropping(id);
  SqlWriter sql = alter_column(id, scope);
  sql.keyword(current.generated ? Words("DROP EXPRESSION") : Words("DROP DEFAULT"));
  action.statement(sql).vanishing(column_of(id));
  return action.lock(id.qualified_name(), LockMode::access_exclusive);
}

Actions alter(const ObjectId& id, const AttributeDefault& current, const AttributeDefault& desired,
              const Changed<AttributeDefault>&, const Scope& scope) {
  if (current.generated && desired.generated) return set_expression(id, desired, scope);
  Actions actions;
  if (current.generated) actions.add(drop_expression(id, scope));
  Action action = set_default(id, desired, scope);
  action.folds_into.reset();
  return actions.add(std::move(action));
}

Actions rename(const ObjectId&, const ObjectId&, const AttributeDefault&, const Scope&) {
  return {};
}

}  // namespace pgplumb::diff
