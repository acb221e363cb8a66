#include "diff/rules.hpp"
#include "diff/sql_writer.hpp"

namespace pgplumb::diff {

namespace {

// What initdb gives the namespace public and no fact denies.
Actions initial_of_public(const ObjectId& id, const Scope& scope) {
  Actions actions;
  const auto add = [&](const SqlWriter& sql) { actions.add(Action::making(id).statement(sql)); };
  const auto has = [&](ObjectKind kind) { return scope.desired.contains(about(kind, id)); };
  const bool may_create = initial_of_everybody(id, scope.desired.version()) != "U";
  if (!scope.desired.contains(privilege_on(id, ""))) {
    SqlWriter sql(may_create ? Words("GRANT ALL") : Words("GRANT USAGE"));
    add(sql.keyword("ON SCHEMA").name(Identifier(id.name)).keyword("TO PUBLIC"));
  }
  // Text that makes it anew has a fact about its comment, and names no owner where that is whoever
  // runs it.
  if (has(ObjectKind::comment)) return actions;
  SqlWriter comment("COMMENT ON SCHEMA");
  add(comment.name(Identifier(id.name)).keyword("IS").literal(std::string(kPublicComment)));
  if (has(ObjectKind::owner) || may_create) return actions;
  SqlWriter owner("ALTER SCHEMA");
  add(owner.name(Identifier(id.name)).keyword("OWNER TO").role("pg_database_owner"));
  return actions;
}

}  // namespace

Actions create(const ObjectId& id, const Namespace&, const Scope& scope) {
  SqlWriter sql("CREATE SCHEMA");
  Actions actions = Action::making(id).statement(sql.name(Identifier(id.name)));
  if (is_public_namespace(id)) actions.add(initial_of_public(id, scope));
  return actions;
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
