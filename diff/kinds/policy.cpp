#include "diff/holder.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

void write_head(SqlWriter& sql, const ObjectId& id) {
  sql.keyword("POLICY").name(Identifier(id.member)).keyword("ON").name(id.qualified_name());
}

void write_command(SqlWriter& sql, PolicyCommand command) {
  switch (command) {
    case PolicyCommand::all: return;
    case PolicyCommand::select: sql.keyword("FOR SELECT"); return;
    case PolicyCommand::insert: sql.keyword("FOR INSERT"); return;
    case PolicyCommand::update: sql.keyword("FOR UPDATE"); return;
    case PolicyCommand::delete_: sql.keyword("FOR DELETE"); return;
  }
}

void write_roles(SqlWriter& sql, const Policy& policy) {
  sql.keyword("TO").list(policy.roles, [&](const std::string& role) { sql.role(role); });
}

void write_expressions(SqlWriter& sql, const Policy& policy) {
  if (!policy.using_expression.empty()) {
    sql.line(1).keyword("USING").parenthesized(policy.using_expression);
  }
  if (!policy.with_check.empty()) {
    sql.line(1).keyword("WITH CHECK").parenthesized(policy.with_check);
  }
}

bool is_public(const Policy& policy) {
  return policy.roles.empty() || (policy.roles.size() == 1 && policy.roles.front().empty());
}

// ALTER POLICY can't take an expression away.
bool loses_expression(const Policy& current, const Policy& desired) {
  return (!current.using_expression.empty() && desired.using_expression.empty()) ||
         (!current.with_check.empty() && desired.with_check.empty());
}

Action guarded(const ObjectId& id, const Scope& scope) {
  Action action = Action::making(id);
  action.lock(id.qualified_name(), LockMode::access_exclusive);
  const ObjectId relation = *parent_of(id);
  if (!scope.is_new(relation)) action.hazard(Hazard::changes_authorization);
  return action;
}

}  // namespace

Actions create(const ObjectId& id, const Policy& desired, const Scope& scope) {
  SqlWriter sql("CREATE");
  write_head(sql, id);
  sql.keyword_if(!desired.permissive, "AS RESTRICTIVE");
  write_command(sql, desired.command);
  if (!is_public(desired)) write_roles(sql, desired);
  write_expressions(sql, desired);
  return guarded(id, scope).statement(sql);
}

Actions drop(const ObjectId& id, const Policy&, const Scope& scope) {
  SqlWriter sql("DROP");
  write_head(sql, id);
  Action action = Action::dropping(id);
  action.statement(sql).vanishing(holder_of(scope.current, id));
  action.lock(id.qualified_name(), LockMode::access_exclusive);
  return action.hazard(Hazard::changes_authorization);
}

Actions alter(const ObjectId& id, const Policy& current, const Policy& desired,
              const Changed<Policy>& changed, const Scope& scope) {
  const bool alterable =
      changed.only<&Policy::roles, &Policy::using_expression, &Policy::with_check>();
  if (!alterable || loses_expression(current, desired)) return Actions::replacement();
  SqlWriter sql("ALTER");
  write_head(sql, id);
  if (changed.has<&Policy::roles>()) write_roles(sql, desired);
  write_expressions(sql, desired);
  return guarded(id, scope).statement(sql);
}

Actions rename(const ObjectId& before, const ObjectId& after, const Policy&, const Scope&) {
  SqlWriter sql("ALTER POLICY");
  sql.name(Identifier(before.member)).keyword("ON").name(after.qualified_name());
  sql.keyword("RENAME TO").name(Identifier(after.member));
  return Action::renaming(before, after).statement(sql);
}

}  // namespace pgplumb::diff
