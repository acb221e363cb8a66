#include "diff/foreign_options.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

void write_functions(SqlWriter& sql, const ForeignDataWrapper& current,
                     const ForeignDataWrapper& desired) {
  if (current.handler != desired.handler) {
    sql.keyword(desired.handler.empty() ? Words("NO HANDLER") : Words("HANDLER"));
    if (!desired.handler.empty()) sql.name(desired.handler);
  }
  if (current.validator != desired.validator) {
    sql.keyword(desired.validator.empty() ? Words("NO VALIDATOR") : Words("VALIDATOR"));
    if (!desired.validator.empty()) sql.name(desired.validator);
  }
}

}  // namespace

Actions create(const ObjectId& id, const ForeignDataWrapper& desired, const Scope&) {
  SqlWriter sql("CREATE FOREIGN DATA WRAPPER");
  write_functions(sql.name(Identifier(id.name)), {}, desired);
  write_options(sql, desired.options);
  Action action = Action::making(id);
  declare_secrets(action.statement(sql), {}, desired.options);
  return action;
}

Actions drop(const ObjectId& id, const ForeignDataWrapper&, const Scope&) {
  SqlWriter sql("DROP FOREIGN DATA WRAPPER");
  return Action::dropping(id).statement(sql.name(Identifier(id.name)));
}

Actions alter(const ObjectId& id, const ForeignDataWrapper& current,
              const ForeignDataWrapper& desired, const Changed<ForeignDataWrapper>&, const Scope&) {
  SqlWriter sql("ALTER FOREIGN DATA WRAPPER");
  write_functions(sql.name(Identifier(id.name)), current, desired);
  write_option_changes(sql, current.options, desired.options);
  Action action = Action::making(id);
  declare_secrets(action.statement(sql), current.options, desired.options);
  return action;
}

Actions rename(const ObjectId& before, const ObjectId& after, const ForeignDataWrapper&,
               const Scope&) {
  SqlWriter sql("ALTER FOREIGN DATA WRAPPER");
  sql.name(Identifier(before.name)).keyword("RENAME TO").name(Identifier(after.name));
  return Action::renaming(before, after).statement(sql);
}

}  // namespace pgplumb::diff
