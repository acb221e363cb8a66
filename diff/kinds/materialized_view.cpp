#include "diff/rules.hpp"
#include "diff/view_query.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

SqlWriter alter_view(const ObjectId& id) {
  return SqlWriter("ALTER MATERIALIZED VIEW").name(id.qualified_name());
}

Action rewriting(const ObjectId& id, const SqlWriter& sql) {
  Action action = Action::changing(id);
  action.statement(sql).lock(id.qualified_name(), LockMode::access_exclusive);
  action.hazard(Hazard::rewrites_table);
  action.rewrites = true;
  return action;
}

}  // namespace

Actions create(const ObjectId& id, const MaterializedView& desired, const Scope& scope) {
  SqlWriter sql("CREATE MATERIALIZED VIEW");
  sql.name(id.qualified_name());
  write_view_columns(sql, desired.query, desired.columns, scope);
  if (!desired.access_method.empty()) sql.keyword("USING").name(desired.access_method);
  if (!desired.options.empty()) sql.keyword("WITH").options(desired.options);
  if (!desired.tablespace.empty()) sql.keyword("TABLESPACE").name(desired.tablespace);
  sql.keyword("AS").line().expression(planned_query(desired.query, scope));
  if (!desired.populated) sql.line().keyword("WITH NO DATA");
  return Action::making(id).statement(sql);
}

Actions drop(const ObjectId& id, const MaterializedView&, const Scope& scope) {
  Action action = drop_named("MATERIALIZED VIEW", id);
  action.lock(id.qualified_name(), LockMode::access_exclusive);
  if (!scope.is_dropped(id)) action.hazard(Hazard::recreates_materialized_view);
  return action;
}

Actions alter(const ObjectId& id, const MaterializedView& current, const MaterializedView& desired,
              const Changed<MaterializedView>& changed, const Scope&) {
  if (changed.has<&MaterializedView::query>()) return Actions::replacement();
  Actions actions = set_options(id, alter_view(id), current.options, desired.options);
  if (changed.has<&MaterializedView::access_method>()) {
    const Identifier method =
        desired.access_method.empty() ? Identifier("heap") : desired.access_method;
    SqlWriter sql = alter_view(id);
    actions.add(rewriting(id, sql.keyword("SET ACCESS METHOD").name(method)));
  }
  if (changed.has<&MaterializedView::tablespace>()) {
    const Identifier space =
        desired.tablespace.empty() ? Identifier("pg_default") : desired.tablespace;
    SqlWriter sql = alter_view(id);
    actions.add(rewriting(id, sql.keyword("SET TABLESPACE").name(space)));
  }
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const MaterializedView&,
               const Scope&) {
  return rename_in_namespace("MATERIALIZED VIEW", before, after);
}

}  // namespace pgplumb::diff
