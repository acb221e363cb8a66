#include "diff/extension_move.hpp"
#include "diff/rules.hpp"
#include "diff/sql_writer.hpp"
#include "diff/taken_names.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const Extension& desired, const Scope& scope) {
  SqlWriter sql("CREATE EXTENSION");
  sql.name(Identifier(id.name));
  // An extension that belongs into pg_catalog says so itself and goes nowhere else.
  const bool placed = !desired.space.empty() && desired.space.text() != "pg_catalog";
  if (placed) sql.keyword("SCHEMA").name(desired.space);
  Action action = Action::making(id).statement(sql);
  action.awaits = holders_of_names(id, scope);
  return action;
}

Actions drop(const ObjectId& id, const Extension&, const Scope& scope) {
  SqlWriter sql("DROP EXTENSION");
  Action action = Action::dropping(id).statement(sql.name(Identifier(id.name)));
  // Expressions don't say that they name something of it.
  action.late = true;
  action.precedes = takers_of_names(id, scope);
  return action;
}

// What uses it follows, so that all other statements speak of where it is afterwards.
Actions alter(const ObjectId& id, const Extension&, const Extension& desired,
              const Changed<Extension>&, const Scope& scope) {
  if (desired.space.empty()) return {};
  SqlWriter sql("ALTER EXTENSION");
  sql.name(Identifier(id.name)).keyword("SET SCHEMA").name(desired.space);
  const bool followed = moves_extension(id, scope.current, scope.desired);
  Action action = followed ? Action::renaming(id, id) : Action::making(id);
  return action.need(object_id(ObjectKind::namespace_, desired.space)).statement(sql);
}

Actions rename(const ObjectId&, const ObjectId&, const Extension&, const Scope&) {
  return Actions::not_possible(
      "an extension can't be renamed; leave that out, and it is dropped and made anew");
}

}  // namespace pgplumb::diff
