#include "diff/create_form.hpp"
#include "diff/holder.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

void write_event(SqlWriter& sql, RuleEvent event) {
  switch (event) {
    case RuleEvent::insert: sql.keyword("INSERT"); return;
    case RuleEvent::update: sql.keyword("UPDATE"); return;
    case RuleEvent::delete_: sql.keyword("DELETE"); return;
  }
}

void write_actions(SqlWriter& sql, const std::vector<Expression>& actions) {
  if (actions.empty()) {
    sql.keyword("NOTHING");
  } else if (actions.size() == 1) {
    sql.line(1).expression(actions.front());
  } else {
    sql.open();
    for (const Expression& action : actions) sql.line(1).expression(action).semicolon();
    sql.line().close();
  }
}

Action write(const ObjectId& id, const Rule& rule, CreateForm form) {
  SqlWriter sql("CREATE");
  sql.keyword_if(form == CreateForm::replace, "OR REPLACE")
      .keyword("RULE")
      .name(Identifier(id.member));
  write_event(sql.keyword("AS ON"), rule.event);
  sql.keyword("TO").name(id.qualified_name());
  if (!rule.condition.empty()) sql.line(1).keyword("WHERE").parenthesized(rule.condition);
  sql.keyword("DO").keyword_if(rule.instead, "INSTEAD");
  write_actions(sql, rule.actions);
  Action action = Action::making(id);
  return action.statement(sql).lock(id.qualified_name(), LockMode::access_exclusive);
}

Action set_enabled(const ObjectId& id, TriggerEnabled enabled) {
  SqlWriter sql("ALTER TABLE");
  sql.name(id.qualified_name());
  switch (enabled) {
    case TriggerEnabled::origin: sql.keyword("ENABLE RULE"); break;
    case TriggerEnabled::disabled: sql.keyword("DISABLE RULE"); break;
    case TriggerEnabled::replica: sql.keyword("ENABLE REPLICA RULE"); break;
    case TriggerEnabled::always: sql.keyword("ENABLE ALWAYS RULE"); break;
  }
  Action action = Action::making(id);
  action.statement(sql.name(Identifier(id.member)));
  return action.lock(id.qualified_name(), LockMode::access_exclusive);
}

}  // namespace

Actions create(const ObjectId& id, const Rule& desired, const Scope&) {
  Actions actions(write(id, desired, CreateForm::create));
  if (desired.enabled != TriggerEnabled::origin) actions.add(set_enabled(id, desired.enabled));
  return actions;
}

Actions drop(const ObjectId& id, const Rule&, const Scope& scope) {
  SqlWriter sql("DROP RULE");
  sql.name(Identifier(id.member)).keyword("ON").name(id.qualified_name());
  Action action = Action::dropping(id);
  action.statement(sql).vanishing(holder_of(scope.current, id));
  return action.lock(id.qualified_name(), LockMode::access_exclusive);
}

// A rule that is replaced keeps whether it is enabled.
Actions alter(const ObjectId& id, const Rule&, const Rule& desired, const Changed<Rule>& changed,
              const Scope&) {
  Actions actions;
  if (!changed.only<&Rule::enabled>()) actions.add(write(id, desired, CreateForm::replace));
  if (changed.has<&Rule::enabled>()) actions.add(set_enabled(id, desired.enabled));
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const Rule&, const Scope&) {
  SqlWriter sql("ALTER RULE");
  sql.name(Identifier(before.member)).keyword("ON").name(after.qualified_name());
  sql.keyword("RENAME TO").name(Identifier(after.member));
  return Action::renaming(before, after).statement(sql);
}

}  // namespace pgplumb::diff
