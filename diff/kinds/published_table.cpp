#include "diff/inheritance.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

SqlWriter alter_publication(const ObjectId& id) {
  return SqlWriter("ALTER PUBLICATION").name(Identifier(id.member));
}

// A table that others inherit from would bring them along; partitions are never named.
bool has_heirs(const ObjectId& id, const Scope& scope) {
  const auto* relation = scope.desired.get<Relation>(*parent_of(id));
  const bool partitioned =
      relation != nullptr && relation->relation_kind == RelationKind::partitioned;
  return !partitioned && has_children(id.qualified_name(), scope);
}

}  // namespace

Actions create(const ObjectId& id, const PublishedTable& desired, const Scope& scope) {
  SqlWriter sql = alter_publication(id);
  sql.keyword("ADD TABLE").keyword_if(has_heirs(id, scope), "ONLY").name(id.qualified_name());
  if (!desired.columns.empty()) sql.names(desired.columns);
  if (!desired.row_filter.empty()) sql.keyword("WHERE").parenthesized(desired.row_filter);
  Action action = Action::making(id);
  return action.statement(sql).lock(id.qualified_name(), LockMode::share_update_exclusive);
}

Actions drop(const ObjectId& id, const PublishedTable&, const Scope& scope) {
  const ObjectId relation = *parent_of(id);
  const ObjectId publication = object_id(ObjectKind::publication, Identifier(id.member));
  SqlWriter sql = alter_publication(id);
  sql.keyword("DROP TABLE").keyword_if(has_heirs(id, scope), "ONLY").name(id.qualified_name());
  Action action = Action::dropping(id);
  action.statement(sql).vanishing(scope.is_dropped(relation) ? relation : publication);
  if (scope.is_dropped(id)) action.hazard(Hazard::stops_replication);
  return action.lock(id.qualified_name(), LockMode::share_update_exclusive);
}

Actions alter(const ObjectId&, const PublishedTable&, const PublishedTable&,
              const Changed<PublishedTable>&, const Scope&) {
  return Actions::replacement();
}

Actions rename(const ObjectId&, const ObjectId&, const PublishedTable&, const Scope&) { return {}; }

}  // namespace pgplumb::diff
