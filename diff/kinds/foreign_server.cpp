#include "diff/foreign_options.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const ForeignServer& desired, const Scope&) {
  SqlWriter sql("CREATE SERVER");
  sql.name(Identifier(id.name));
  if (!desired.type.empty()) sql.keyword("TYPE").literal(desired.type);
  if (!desired.version.empty()) sql.keyword("VERSION").literal(desired.version);
  sql.keyword("FOREIGN DATA WRAPPER").name(desired.wrapper);
  write_options(sql, desired.options);
  Action action = Action::making(id);
  declare_secrets(action.statement(sql), {}, desired.options);
  return action;
}

Actions drop(const ObjectId& id, const ForeignServer&, const Scope&) {
  SqlWriter sql("DROP SERVER");
  return Action::dropping(id).statement(sql.name(Identifier(id.name)));
}

Actions alter(const ObjectId& id, const ForeignServer& current, const ForeignServer& desired,
              const Changed<ForeignServer>& changed, const Scope&) {
  // A version can be changed, but not taken away.
  const bool alterable = changed.only<&ForeignServer::version, &ForeignServer::options>() &&
                         (!changed.has<&ForeignServer::version>() || !desired.version.empty());
  if (!alterable) return Actions::replacement();
  SqlWriter sql("ALTER SERVER");
  sql.name(Identifier(id.name));
  if (changed.has<&ForeignServer::version>()) sql.keyword("VERSION").literal(desired.version);
  write_option_changes(sql, current.options, desired.options);
  Action action = Action::making(id);
  declare_secrets(action.statement(sql), current.options, desired.options);
  return action;
}

Actions rename(const ObjectId& before, const ObjectId& after, const ForeignServer&, const Scope&) {
  SqlWriter sql("ALTER SERVER");
  sql.name(Identifier(before.name)).keyword("RENAME TO").name(Identifier(after.name));
  return Action::renaming(before, after).statement(sql);
}

}  // namespace pgplumb::diff
