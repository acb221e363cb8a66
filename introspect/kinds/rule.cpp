#include "introspect/kind_stages.hpp"
#include "introspect/server_text.hpp"
#include "introspect/trigger_enabled.hpp"

namespace pgplumb::introspect {
namespace {

// Rules on SELECT are views' queries. pg_get_expr prints neither two rows nor statements.
constexpr const char* kRuleQuery = R"sql(
select oid, ev_class, rulename, ev_type, is_instead, ev_enabled, pg_get_ruledef(oid)
from pg_rewrite
where oid >= 16384 and ev_type <> '1'
)sql";

struct RuleColumn {
  enum Index : std::size_t { oid, relation, name, event, instead, enabled, definition };
};

// A CmdType.
RuleEvent event_of(char digit) {
  if (digit == '2') return RuleEvent::update;
  return digit == '3' ? RuleEvent::insert : RuleEvent::delete_;
}

Rule rule_of(const pg::Row& row) {
  using enum RuleColumn::Index;
  Rule rule;
  rule.event = event_of(row.character(event));
  rule.instead = row.boolean(instead);
  rule.enabled = enabled_of(row.character(enabled));
  const RuleText text = rule_text(row.text(definition));
  rule.condition = Reader::expression(text.condition);
  for (const std::string& action : text.actions) {
    rule.actions.push_back(Reader::expression(action));
  }
  return rule;
}

}  // namespace

void ask_for(KindTag<Rule>, QueryList& queries) {
  queries.add_if_any("pg_rewrite where ev_type <> '1' and oid >= 16384", kRuleQuery, Lane::second);
}

void decode(KindTag<Rule>, const SlotRows& rows, Reader& reader) {
  using enum RuleColumn::Index;
  for (const pg::Row row : rows[0]) {
    const ObjectId* holder = reader.find({CatalogOid::pg_class, row.oid(relation)});
    if (holder == nullptr) continue;
    const ObjectId id = part_of(*holder, ObjectKind::rule, Identifier(row.string(name)));
    reader.put({CatalogOid::pg_rewrite, row.oid(oid)}, id, rule_of(row));
  }
}

}  // namespace pgplumb::introspect
