// CREATE [OR REPLACE] RULE.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

RuleEvent event_of(::CmdType event) {
  if (event == CMD_UPDATE) return RuleEvent::update;
  return event == CMD_DELETE ? RuleEvent::delete_ : RuleEvent::insert;
}

Rule rule_of(const ::RuleStmt& statement, const Replay& replay) {
  Rule rule;
  rule.event = event_of(statement.event);
  rule.instead = statement.instead;
  if (statement.whereClause != nullptr) rule.condition = replay.expression(statement.whereClause);
  for (const ::Node* action : sql::items<::Node>(statement.actions)) {
    rule.actions.push_back(replay.query(action));
  }
  return rule;
}

bool can_have_rules(const ObjectId& id) {
  return id.kind == ObjectKind::relation || id.kind == ObjectKind::view;
}

}  // namespace

void lower(const ::RuleStmt& statement, Replay& replay) {
  if (replay.is_temporary(*statement.relation)) return;
  if (statement.event == CMD_SELECT) {
    return replay.opaque("a rule ON SELECT is a view's query, and makes a table a view");
  }
  const auto relation = replay.find_class(*statement.relation);
  if (!relation || !can_have_rules(*relation)) {
    return replay.unresolved("table", written(*statement.relation), statement.relation->location);
  }
  const ObjectId id = part_of(*relation, ObjectKind::rule, Identifier(statement.rulename));
  Rule rule = rule_of(statement, replay);
  if (const auto* before = replay.catalog().get<Rule>(id)) {
    if (!statement.replace) {
      return replay.error(DiagnosticCode::duplicate_object,
                          "rule \"" + printable(shown(id)) + "\" exists already");
    }
    rule.enabled = before->enabled;
  }
  replay.put(id, std::move(rule));
}

}  // namespace pgplumb::parse
