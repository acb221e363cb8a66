#include "diff/holder.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

SqlWriter comment_on(const ObjectId& id, const Scope& scope) {
  SqlWriter sql("COMMENT ON");
  write_object(sql, *parent_of(id), scope);
  return sql.keyword("IS");
}

Action set(const ObjectId& id, const Comment& comment, const Scope& scope) {
  SqlWriter sql = comment_on(id, scope);
  return Action::making(id).statement(sql.literal(comment.text));
}

}  // namespace

Actions create(const ObjectId& id, const Comment& desired, const Scope& scope) {
  return set(id, desired, scope);
}

Actions drop(const ObjectId& id, const Comment&, const Scope& scope) {
  SqlWriter sql = comment_on(id, scope);
  if (is_public_namespace(*parent_of(id))) {
    sql.literal(std::string(kPublicComment));
  } else {
    sql.keyword("NULL");
  }
  Action action = Action::dropping(id);
  return action.statement(sql).vanishing(holder_of(scope.current, id));
}

Actions alter(const ObjectId& id, const Comment&, const Comment& desired, const Changed<Comment>&,
              const Scope& scope) {
  return set(id, desired, scope);
}

Actions rename(const ObjectId&, const ObjectId&, const Comment&, const Scope&) { return {}; }

}  // namespace pgplumb::diff
