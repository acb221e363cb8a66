#include "diff/extension_dependency.hpp"

#include "diff/sql_writer.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {

SqlWriter depends_statement(const ObjectId& dependency, Depends depends, const Scope& scope) {
  const ObjectId subject = *parent_of(dependency);
  const Catalog& state = scope.desired.contains(subject) ? scope.desired : scope.current;
  SqlWriter sql("ALTER");
  if (subject.kind == ObjectKind::constraint) {
    // Its index goes by its name.
    sql.keyword("INDEX").name(qualified(subject.space, subject.member));
  } else if (const auto* aggregate = state.get<Aggregate>(subject)) {
    sql.keyword("ROUTINE");
    write_signature(sql, subject, *aggregate);
  } else {
    write_object(sql, subject, scope);
  }
  sql.keyword_if(depends == Depends::no_more, "NO").keyword("DEPENDS ON EXTENSION");
  return sql.name(Identifier(dependency.grantee));
}

Actions renew_extension_dependencies(const ObjectId& subject, const Scope& scope) {
  Actions actions;
  for (const ObjectId& id : scope.desired.about(subject)) {
    if (id.kind != ObjectKind::extension_dependency || !scope.current.contains(id)) continue;
    Action action = Action::changing(id);
    actions.add(action.statement(depends_statement(id, Depends::on, scope)).need(subject));
  }
  return actions;
}

}  // namespace pgplumb::diff
