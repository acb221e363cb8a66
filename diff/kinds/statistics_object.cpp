#include "diff/holder.hpp"
#include "diff/rules.hpp"
#include "diff/statistics_target.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

void write_kinds(SqlWriter& sql, const StatisticsObject& statistics) {
  const int kinds = static_cast<int>(statistics.ndistinct) +
                    static_cast<int>(statistics.dependencies) + static_cast<int>(statistics.mcv);
  // All are the default; none stands for a single expression, which takes none.
  if (kinds == 0 || kinds == 3) return;
  bool first = true;
  sql.open();
  const auto kind = [&](bool has, Words word) {
    if (!has) return;
    if (!first) sql.comma();
    first = false;
    sql.keyword(word);
  };
  kind(statistics.ndistinct, "ndistinct");
  kind(statistics.dependencies, "dependencies");
  kind(statistics.mcv, "mcv");
  sql.close();
}

SqlWriter create_statement(const ObjectId& id, const StatisticsObject& statistics) {
  SqlWriter sql("CREATE STATISTICS");
  sql.name(id.qualified_name());
  write_kinds(sql, statistics);
  sql.keyword("ON").list(statistics.columns, [&](const Identifier& column) { sql.name(column); });
  if (!statistics.columns.empty() && !statistics.expressions.empty()) sql.comma();
  sql.list(statistics.expressions, [&](const Expression& each) { sql.parenthesized(each); });
  return sql.keyword("FROM").name(statistics.relation);
}

}  // namespace

Actions create(const ObjectId& id, const StatisticsObject& desired, const Scope&) {
  Action action = Action::making(id);
  action.statement(create_statement(id, desired));
  Actions actions(action.lock(desired.relation, LockMode::share_update_exclusive));
  if (desired.target) actions.add(set_statistics_target(id, desired));
  return actions;
}

Actions drop(const ObjectId& id, const StatisticsObject& current, const Scope& scope) {
  Action action = drop_named("STATISTICS", id);
  action.vanishing(holder_of(scope.current, id));
  return action.lock(current.relation, LockMode::share_update_exclusive);
}

Actions alter(const ObjectId& id, const StatisticsObject&, const StatisticsObject& desired,
              const Changed<StatisticsObject>& changed, const Scope&) {
  if (!changed.only<&StatisticsObject::target>()) return Actions::replacement();
  return set_statistics_target(id, desired);
}

Actions rename(const ObjectId& before, const ObjectId& after, const StatisticsObject&,
               const Scope&) {
  return rename_in_namespace("STATISTICS", before, after);
}

}  // namespace pgplumb::diff
