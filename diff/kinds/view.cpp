#include <algorithm>

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

// New columns may only stand behind the present ones, which keep name and type.
bool can_be_replaced(const View& current, const View& desired, const Scope& scope) {
  const ViewColumns& columns_of = scope.options.view_columns;
  if (columns_of) {
    const auto before = columns_of(current.query, scope.current);
    const auto after = columns_of(desired.query, scope.desired);
    if (before.empty() || after.size() < before.size()) return false;
    return std::equal(before.begin(), before.end(), after.begin(),
                      [](const ViewColumn& a, const ViewColumn& b) {
                        return a.name == b.name && !a.type.empty() &&
                               compare_any(a.type, b.type) == Verdict::equal;
                      });
  }
  if (current.columns.empty() || desired.columns.size() < current.columns.size()) return false;
  return std::equal(current.columns.begin(), current.columns.end(), desired.columns.begin());
}

}  // namespace

Actions create(const ObjectId& id, const View& desired, const Scope& scope) {
  return write(id, desired, CreateForm::create, scope);
}

Actions drop(const ObjectId& id, const View&, const Scope& scope) {
  Action action = drop_named("VIEW", id);
  action.lock(id.qualified_name(), LockMode::access_exclusive);
  if (!scope.is_dropped(id)) action.hazard(Hazard::recreates_view);
  return action;
}

Actions alter(const ObjectId& id, const View& current, const View& desired,
              const Changed<View>& changed, const Scope& scope) {
  if (!changed.has<&View::query>()) {
    return set_options(id, SqlWriter("ALTER VIEW").name(id.qualified_name()), current.options,
                       desired.options);
  }
  if (!can_be_replaced(current, desired, scope)) return Actions::replacement();
  // OR REPLACE sets the options as well.
  Action action = write(id, desired, CreateForm::replace, scope);
  return action.lock(id.qualified_name(), LockMode::access_exclusive);
}

Actions rename(const ObjectId& before, const ObjectId& after, const View&, const Scope&) {
  return rename_in_namespace("VIEW", before, after);
}

}  // namespace pgplumb::diff
