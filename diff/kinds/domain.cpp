#include "diff/domain_users.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const Domain& desired, const Scope&) {
  SqlWriter sql("CREATE DOMAIN");
  sql.name(id.qualified_name()).keyword("AS").type(desired.type);
  if (!desired.collation.empty()) sql.keyword("COLLATE").name(desired.collation);
  if (!desired.default_value.empty()) sql.keyword("DEFAULT").expression(desired.default_value);
  Action action = Action::making(id);
  action.statement(sql.keyword_if(desired.not_null, "NOT NULL"));
  action.slots = Slots::words;
  return action;
}

Actions drop(const ObjectId& id, const Domain&, const Scope&) { return drop_named("DOMAIN", id); }

Actions alter(const ObjectId& id, const Domain&, const Domain& desired,
              const Changed<Domain>& changed, const Scope& scope) {
  if (!changed.only<&Domain::not_null, &Domain::default_value>()) return Actions::replacement();
  if (changed.has<&Domain::not_null>() && desired.not_null) {
    if (const auto why = stricter_is_impossible(id, scope)) return Actions::not_possible(*why);
  }
  Actions actions;
  const SqlWriter lead = SqlWriter("ALTER DOMAIN").name(id.qualified_name());
  if (changed.has<&Domain::default_value>()) {
    SqlWriter sql = lead;
    if (desired.default_value.empty()) {
      sql.keyword("DROP DEFAULT");
    } else {
      sql.keyword("SET DEFAULT").expression(desired.default_value);
    }
    Action action = Action::making(id);
    actions.add(action.statement(sql));
  }
  if (changed.has<&Domain::not_null>()) {
    SqlWriter sql = lead;
    sql.keyword(desired.not_null ? Words("SET NOT NULL") : Words("DROP NOT NULL"));
    Action action = Action::making(id);
    action.statement(sql);
    if (desired.not_null) action.hazard(Hazard::sets_not_null).hazard(Hazard::scans_table);
    actions.add(std::move(action));
  }
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const Domain&, const Scope&) {
  return rename_in_namespace("DOMAIN", before, after);
}

}  // namespace pgplumb::diff
