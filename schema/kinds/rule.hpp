// A rewrite rule on a table or view: pg_rewrite, without the rules that are views' own queries.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/kinds/trigger.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(RuleEvent, insert, update, delete_)

struct Rule {
  RuleEvent event = RuleEvent::insert;
  bool instead = false;
  Expression condition;
  std::vector<Expression> actions;  // one statement each, without a semicolon; none = NOTHING
  TriggerEnabled enabled = TriggerEnabled::origin;

  static constexpr std::tuple fields{field<&Rule::event>("event"), field<&Rule::instead>("instead"),
                                     field<&Rule::condition>("condition"),
                                     field<&Rule::actions>("actions"),
                                     field<&Rule::enabled>("enabled")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Rule>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  const auto context = [&](ExpressionRole role) {
    ExpressionContext result{role, id.qualified_name(), {}};
    result.sees_old = self.event != RuleEvent::insert;
    result.sees_new = self.event != RuleEvent::delete_;
    return result;
  };
  if (!self.condition.empty()) {
    visit.expression(self.condition, context(ExpressionRole::rule_condition));
  }
  for (auto& action : self.actions) {
    visit.expression(action, context(ExpressionRole::rule_action));
  }
}

}  // namespace pgplumb
