#include "diff/not_null.hpp"

#include <string>

#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

constexpr int kNamedNotNull = 180000;

// What the server chooses, unless it has to cut it: naming such a one is never wrong.
std::string usual_name(const ObjectId& id) { return id.name + "_" + id.member + "_not_null"; }

bool is_chosen_name(const ObjectId& id, const Identifier& name) {
  return name.text() == usual_name(id);
}

bool says_name(const ObjectId& id, const Attribute& desired) {
  const Identifier& name = desired.not_null_name.name;
  return !name.empty() && !is_chosen_name(id, name);
}

SqlWriter table(const ObjectId& id) { return alter_table(id.qualified_name()); }

Action exclusive(const ObjectId& id, const SqlWriter& sql) {
  Action action = Action::making(id);
  action.statement(sql);
  return action.lock(id.qualified_name(), LockMode::access_exclusive);
}

}  // namespace

bool needs_words(const ObjectId& id, const Attribute& desired, const Scope& scope) {
  return scope.options.server_version >= kNamedNotNull &&
         (says_name(id, desired) || desired.not_null_no_inherit || !desired.not_null_validated);
}

SqlWriter not_null_words(const ObjectId& id, const Attribute& desired, const Scope& scope) {
  SqlWriter sql;
  const bool knows_more = scope.options.server_version >= kNamedNotNull;
  if (!desired.not_null || (knows_more && !desired.not_null_validated)) return sql;
  if (knows_more && says_name(id, desired))
    sql.keyword("CONSTRAINT").name(desired.not_null_name.name);
  sql.keyword("NOT NULL");
  return sql.keyword_if(knows_more && desired.not_null_no_inherit, "NO INHERIT");
}

SqlWriter added_not_null(const ObjectId& id, const Attribute& desired) {
  SqlWriter sql = table(id).keyword("ADD");
  if (says_name(id, desired)) sql.keyword("CONSTRAINT").name(desired.not_null_name.name);
  sql.keyword("NOT NULL").name(Identifier(id.member));
  sql.keyword_if(desired.not_null_no_inherit, "NO INHERIT");
  return sql.keyword_if(!desired.not_null_validated, "NOT VALID");
}

Actions alter_not_null_constraint(const ObjectId& id, const Attribute& current,
                                  const Attribute& desired, const Changed<Attribute>& changed) {
  Actions actions;
  Identifier name = current.not_null_name.name;
  if (name.empty()) name = Identifier(usual_name(id));
  const bool becomes_invalid =
      changed.has<&Attribute::not_null_validated>() && current.not_null_validated;
  if (becomes_invalid) {
    actions.add(exclusive(id, table(id).keyword("DROP CONSTRAINT").name(name)));
    actions.add(exclusive(id, added_not_null(id, desired)));
    return actions;
  }
  if (changed.has<&Attribute::not_null_name>()) {
    SqlWriter sql = table(id).keyword("RENAME CONSTRAINT").name(name).keyword("TO");
    name = desired.not_null_name.name;
    actions.add(exclusive(id, sql.name(name)));
  }
  if (changed.has<&Attribute::not_null_no_inherit>()) {
    SqlWriter sql = table(id).keyword("ALTER CONSTRAINT").name(name);
    sql.keyword(desired.not_null_no_inherit ? Words("NO INHERIT") : Words("INHERIT"));
    actions.add(exclusive(id, sql));
  }
  if (changed.has<&Attribute::not_null_validated>()) {
    Action action = Action::making(id);
    action.statement(table(id).keyword("VALIDATE CONSTRAINT").name(name));
    action.lock(id.qualified_name(), LockMode::share_update_exclusive);
    action.scans = true;
    action.hazard(Hazard::needs_valid_data).hazard(Hazard::scans_table);
    actions.add(std::move(action));
  }
  return actions;
}

}  // namespace pgplumb::diff
