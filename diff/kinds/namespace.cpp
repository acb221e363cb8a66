#include "diff/rules.hpp"
#include "diff/sql_writer.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const Namespace&, const Scope&) {
  SqlWriter sql("CREATE SCHEMA");
  return Action::making(id).statement(sql.name(Identifier(id.name)));
}

Actions drop(const ObjectId& id, const Namespace&, const Scope&) {
  // Without CASCADE: everything in it has a drop of its own, and what is not known stays.
  SqlWriter sql("DROP SCHEMA");
  return Action::dropping(id).statement(sql.name(Identifier(id.name)));
}

Actions alter(const ObjectId&, const Namespace&, const Namespace&, const Changed<Namespace>&,
              const Scope&) {
  return {};
}

Actions rename(const ObjectId& before, const ObjectId& after, const Namespace&, const Scope&) {
  SqlWriter sql("ALTER SCHEMA");
  sql.name(Identifier(before.name)).keyword("RENAME TO").name(Identifier(after.name));
  return Action::renaming(before, after).statement(sql);
}

}  // namespace pgplumb::diff
