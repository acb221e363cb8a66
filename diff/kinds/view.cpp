#include <algorithm>
#include <array>

#include "diff/create_form.hpp"
#include "diff/rules.hpp"
#include "diff/view_query.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

Action write(const ObjectId& id, const View& view, CreateForm form, const Scope& scope) {
  SqlWriter sql("CREATE");
  sql.keyword_if(form == CreateForm::replace, "OR REPLACE")
      .keyword("VIEW")
      .name(id.qualified_name());
  write_view_columns(sql, view.query, view.columns, scope);
  if (!view.options.empty()) sql.keyword("WITH").options(view.options);
  Action action = Action::making(id);
  return action.statement(sql.keyword("AS").line().expression(planned_query(view.query, scope)));
}

// False only where that is certain.
bool has_collation(const TypeRef& type, const Catalog& catalog) {
  constexpr std::array kTexts = {"text", "varchar", "bpchar", "name"};
  if (type.name.space.text() == "pg_catalog") {
    return std::ranges::count(kTexts, type.name.name.text()) > 0;
  }
  const auto id = catalog.find_type(type.name);
  return !id || id->kind == ObjectKind::domain || id->kind == ObjectKind::base_type;
}

bool keeps_collation(const ViewColumn& current, const ViewColumn& desired, const Catalog& catalog) {
  return !has_collation(desired.type, catalog) ||
         (current.collation && current.collation == desired.collation);
}

// New columns may only stand behind the present ones, which keep name, type and collation.
bool can_be_replaced(const View& current, const View& desired, const Scope& scope) {
  const ViewColumns& columns_of = scope.options.view_columns;
  if (columns_of) {
    const auto before = columns_of(current.query, scope.current);
    const auto after = columns_of(desired.query, scope.desired);
    if (before.empty() || after.size() < before.size()) return false;
    return std::equal(before.begin(), before.end(), after.begin(),
                      [&](const ViewColumn& a, const ViewColumn& b) {
                        return a.name == b.name && !a.type.empty() &&
                               compare_any(a.type, b.type) == Verdict::equal &&
                               keeps_collation(a, b, scope.desired);
                      });
  }
  if (current.columns.empty() || desired.columns.size() < current.columns.size()) return false;
  return std::equal(current.columns.begin(), current.columns.end(), desired.columns.begin());
}

Action alter_column(const ObjectId& id, const Identifier& column, const SqlWriter& change) {
  SqlWriter sql("ALTER VIEW");
  sql.name(id.qualified_name()).keyword("ALTER COLUMN").name(column).part(change);
  Action action = Action::changing(id);
  return action.statement(sql).lock(id.qualified_name(), LockMode::access_exclusive);
}

const ViewDefault* default_of(const View& view, const Identifier& column) {
  const auto found = std::ranges::find_if(
      view.defaults, [&](const auto& value) { return value.column == column; });
  return found == view.defaults.end() ? nullptr : &*found;
}

// OR REPLACE keeps them.
void set_defaults(const ObjectId& id, const View& current, const View& desired, Actions& actions) {
  for (const ViewDefault& value : current.defaults) {
    if (default_of(desired, value.column) != nullptr) continue;
    actions.add(alter_column(id, value.column, SqlWriter("DROP DEFAULT")));
  }
  for (const ViewDefault& value : desired.defaults) {
    const ViewDefault* before = default_of(current, value.column);
    if (before != nullptr && compare_any(*before, value) == Verdict::equal) continue;
    SqlWriter sql("SET DEFAULT");
    actions.add(alter_column(id, value.column, sql.expression(value.expression)));
  }
}

}  // namespace

Actions create(const ObjectId& id, const View& desired, const Scope& scope) {
  Actions actions(write(id, desired, CreateForm::create, scope));
  set_defaults(id, View(), desired, actions);
  return actions;
}

Actions drop(const ObjectId& id, const View&, const Scope& scope) {
  Action action = drop_named("VIEW", id);
  action.lock(id.qualified_name(), LockMode::access_exclusive);
  if (!scope.is_dropped(id)) action.hazard(Hazard::recreates_view);
  return action;
}

Actions alter(const ObjectId& id, const View& current, const View& desired,
              const Changed<View>& changed, const Scope& scope) {
  Actions actions;
  if (!changed.has<&View::query>()) {
    actions = set_options(id, SqlWriter("ALTER VIEW").name(id.qualified_name()), current.options,
                          desired.options);
  } else if (can_be_replaced(current, desired, scope)) {
    // OR REPLACE sets the options as well.
    Action action = write(id, desired, CreateForm::replace, scope);
    actions.add(action.lock(id.qualified_name(), LockMode::access_exclusive));
  } else {
    return Actions::replacement();
  }
  set_defaults(id, current, desired, actions);
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const View&, const Scope&) {
  return rename_in_namespace("VIEW", before, after);
}

}  // namespace pgplumb::diff
