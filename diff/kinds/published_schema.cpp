#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const PublishedSchema&, const Scope&) {
  SqlWriter sql("ALTER PUBLICATION");
  sql.name(Identifier(id.member)).keyword("ADD TABLES IN SCHEMA").name(Identifier(id.name));
  return Action::making(id).statement(sql);
}

Actions drop(const ObjectId& id, const PublishedSchema&, const Scope& scope) {
  const ObjectId space = *parent_of(id);
  const ObjectId publication = object_id(ObjectKind::publication, Identifier(id.member));
  SqlWriter sql("ALTER PUBLICATION");
  sql.name(Identifier(id.member)).keyword("DROP TABLES IN SCHEMA").name(Identifier(id.name));
  Action action = Action::dropping(id);
  action.statement(sql).vanishing(scope.is_dropped(space) ? space : publication);
  if (scope.is_dropped(id)) action.hazard(Hazard::stops_replication);
  return action;
}

Actions alter(const ObjectId&, const PublishedSchema&, const PublishedSchema&,
              const Changed<PublishedSchema>&, const Scope&) {
  return {};
}

Actions rename(const ObjectId&, const ObjectId&, const PublishedSchema&, const Scope&) {
  return {};
}

}  // namespace pgplumb::diff
