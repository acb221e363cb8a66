// A row security policy: pg_policy.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/references.hpp"
#include "schema/running_role.hpp"

namespace pgplumb {

PGPLUMB_ENUM(PolicyCommand, all, select, insert, update, delete_)

struct Policy {
  bool permissive = true;
  PolicyCommand command = PolicyCommand::all;
  RoleNames roles;
  Expression using_expression;
  Expression with_check;

  static constexpr std::tuple fields{
      field<&Policy::permissive>("permissive"), field<&Policy::command>("command"),
      field<&Policy::roles>("roles"), field<&Policy::using_expression>("using"),
      field<&Policy::with_check>("with_check")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Policy>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  for (auto& role : self.roles) visit.role(role);
  if (!self.using_expression.empty()) {
    visit.expression(self.using_expression, {ExpressionRole::policy, id.qualified_name(), {}});
  }
  if (!self.with_check.empty()) {
    visit.expression(self.with_check, {ExpressionRole::policy, id.qualified_name(), {}});
  }
}

}  // namespace pgplumb
