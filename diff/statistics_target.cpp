#include "diff/statistics_target.hpp"

#include "diff/sql_writer.hpp"

namespace pgplumb::diff {

Action set_statistics_target(const ObjectId& id, const StatisticsObject& statistics) {
  constexpr int kDefault = -1;
  SqlWriter sql("ALTER STATISTICS");
  sql.name(id.qualified_name()).keyword("SET STATISTICS");
  return Action::changing(id).statement(sql.number(statistics.target.value_or(kDefault)));
}

Actions renew_statistics_targets(const ObjectId& column, const Scope& scope) {
  Actions actions;
  for (const ObjectId& user : scope.dependents_of(column)) {
    const auto* statistics = scope.desired.get<StatisticsObject>(user);
    if (statistics == nullptr) continue;
    if (statistics->target) actions.add(set_statistics_target(user, *statistics));
    const auto* owner = scope.desired.get<Owner>(about(ObjectKind::owner, user));
    if (owner == nullptr) continue;
    SqlWriter sql("ALTER STATISTICS");
    sql.name(user.qualified_name()).keyword("OWNER TO").role(owner->role);
    actions.add(Action::changing(user).statement(sql));
  }
  return actions;
}

}  // namespace pgplumb::diff
