#include <algorithm>
#include <utility>
#include <vector>

#include "diff/rules.hpp"
#include "diff/view_query.hpp"
#include "diff/wording.hpp"
#include "schema/type_storage.hpp"

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

// Of the column's type, as far as it is known.
Storage usual_storage(const MaterializedView& view, const Identifier& column, const Scope& scope) {
  if (!scope.options.view_columns) return Storage::extended;
  const auto columns = scope.options.view_columns(view.query, scope.desired);
  const auto named = std::ranges::find(view.columns, column);
  const auto at = static_cast<std::size_t>(named - view.columns.begin());
  if (at >= columns.size()) return Storage::extended;
  return storage_of_type(columns[at].type, scope.desired).value_or(Storage::extended);
}

class ColumnChanges {
 public:
  ColumnChanges(const ObjectId& id, const MaterializedView& desired, const Scope& scope)
      : id_(id), desired_(desired), scope_(scope) {}

  Actions of(const std::vector<MaterializedViewColumn>& current) {
    for (const MaterializedViewColumn& column : current) {
      MaterializedViewColumn plain;
      plain.name = column.name;
      if (find(desired_.settings, column.name) == nullptr) change(column, plain);
    }
    for (const MaterializedViewColumn& column : desired_.settings) {
      const MaterializedViewColumn* before = find(current, column.name);
      change(before != nullptr ? *before : MaterializedViewColumn(), column);
    }
    return std::move(actions_);
  }

 private:
  static const MaterializedViewColumn* find(const std::vector<MaterializedViewColumn>& columns,
                                            const Identifier& name) {
    const auto found = std::ranges::find_if(columns, [&](const auto& c) { return c.name == name; });
    return found == columns.end() ? nullptr : &*found;
  }

  void add(const SqlWriter& sql, LockMode mode) {
    Action action = Action::changing(id_);
    actions_.add(action.statement(sql).lock(id_.qualified_name(), mode));
  }

  void change(const MaterializedViewColumn& current, const MaterializedViewColumn& desired) {
    SqlWriter lead = alter_view(id_);
    lead.keyword("ALTER COLUMN").name(desired.name);
    if (current.storage != desired.storage) {
      const bool back = desired.storage == Storage::type_default;
      const Storage storage =
          back ? usual_storage(desired_, desired.name, scope_) : desired.storage;
      SqlWriter sql = lead;
      add(sql.keyword("SET STORAGE").keyword(storage_word(storage)), LockMode::access_exclusive);
    }
    if (current.compression != desired.compression) {
      SqlWriter sql = lead;
      sql.keyword("SET COMPRESSION");
      if (desired.compression.empty()) {
        sql.keyword("DEFAULT");
      } else {
        sql.name(desired.compression);
      }
      add(sql, LockMode::access_exclusive);
    }
    if (current.statistics_target != desired.statistics_target) {
      SqlWriter sql = lead;
      sql.keyword("SET STATISTICS").number(desired.statistics_target.value_or(-1));
      add(sql, LockMode::share_update_exclusive);
    }
    actions_.add(set_options(id_, lead, current.options, desired.options));
  }

  const ObjectId& id_;
  const MaterializedView& desired_;
  const Scope& scope_;
  Actions actions_;
};

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
  Actions actions(Action::making(id).statement(sql));
  actions.add(ColumnChanges(id, desired, scope).of({}));
  return actions;
}

Actions drop(const ObjectId& id, const MaterializedView&, const Scope& scope) {
  Action action = drop_named("MATERIALIZED VIEW", id);
  action.lock(id.qualified_name(), LockMode::access_exclusive);
  if (!scope.is_dropped(id)) action.hazard(Hazard::recreates_materialized_view);
  return action;
}

Actions alter(const ObjectId& id, const MaterializedView& current, const MaterializedView& desired,
              const Changed<MaterializedView>& changed, const Scope& scope) {
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
  actions.add(ColumnChanges(id, desired, scope).of(current.settings));
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const MaterializedView&,
               const Scope&) {
  return rename_in_namespace("MATERIALIZED VIEW", before, after);
}

}  // namespace pgplumb::diff
