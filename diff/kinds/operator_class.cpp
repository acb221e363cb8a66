#include "diff/family_sql.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const OperatorClass& desired, const Scope&) {
  SqlWriter sql("CREATE OPERATOR CLASS");
  sql.name(id.qualified_name()).keyword_if(desired.is_default, "DEFAULT");
  sql.keyword("FOR TYPE").type(desired.type).keyword("USING").name(Identifier(id.member));
  sql.keyword("FAMILY").name(desired.family).keyword("AS");
  MemberList list(sql);
  list.add(desired.members);
  // A class needs an entry; storage of the very type that is indexed says nothing.
  if (!desired.storage.empty() || list.empty()) {
    list.entry("STORAGE").type(desired.storage.empty() ? desired.type : desired.storage);
  }
  return Action::making(id).statement(sql);
}

// A dropped family takes its classes along.
Actions drop(const ObjectId& id, const OperatorClass& current, const Scope& scope) {
  Action action = drop_object(id, scope);
  const ObjectId family =
      method_object_id(ObjectKind::operator_family, current.family, Identifier(id.member));
  if (scope.current.contains(family)) action.vanishing(family);
  return action;
}

Actions alter(const ObjectId&, const OperatorClass&, const OperatorClass&,
              const Changed<OperatorClass>&, const Scope&) {
  return Actions::replacement();
}

Actions rename(const ObjectId& before, const ObjectId& after, const OperatorClass&,
               const Scope& scope) {
  return rename_object(before, after, scope);
}

}  // namespace pgplumb::diff
