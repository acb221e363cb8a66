#include "diff/statistics_target.hpp"

#include "diff/sql_writer.hpp"

namespace pgplumb::diff {

Action set_statistics_target(const ObjectId& id, const StatisticsObject& statistics) {
  constexpr int kDefault = -1;
  SqlWriter sql("ALTER STATISTICS");
  sql.name(id.qualified_name()).keyword("SET STATISTICS");
  return Action::changing(id).statement(sql.number(statistics.target.value_or(kDefault)));
}

namespace {

// Another one is made in its place otherwise.
bool stays(const StatisticsObject* current, const StatisticsObject& desired) {
  if (current == nullptr) return false;
  StatisticsObject same = *current;
  same.target = desired.target;
  return compare_any(same, desired) == Verdict::equal;
}

}  // namespace

Actions renew_statistics_targets(const ObjectId& column, const Scope& scope) {
  Actions actions;
  for (const ObjectId& user : scope.dependents_of(column)) {
    const auto* statistics = scope.desired.get<StatisticsObject>(user);
    if (statistics == nullptr || !stays(scope.current.get<StatisticsObject>(user), *statistics)) {
      continue;
    }
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
