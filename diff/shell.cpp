#include "diff/shell.hpp"

#include <algorithm>

#include "diff/sql_writer.hpp"

namespace pgplumb::diff {
namespace {

ObjectId shell_of(ObjectId type) {
  type.kind = ObjectKind::shell_type;
  return type;
}

bool needs(const Catalog& state, const ObjectId& id, const ObjectId& other) {
  const std::vector<ObjectId> needed = requirements_of(state, id);
  return std::binary_search(needed.begin(), needed.end(), other);
}

}  // namespace

std::vector<ObjectId> support_functions(const ObjectId& type, const Catalog& state) {
  std::vector<ObjectId> functions;
  for (const ObjectId& id : requirements_of(state, type)) {
    if (id.kind == ObjectKind::routine && needs(state, id, type)) functions.push_back(id);
  }
  return functions;
}

bool is_support_function(const ObjectId& routine, const Catalog& state) {
  for (const ObjectId& id : requirements_of(state, routine)) {
    const bool type = id.kind == ObjectKind::base_type || id.kind == ObjectKind::range_type;
    if (type && needs(state, id, routine)) return true;
  }
  return false;
}

Actions announce_type(const ObjectId& type, const Scope& scope) {
  const ObjectId shell = shell_of(type);
  if (scope.current.contains(shell)) return {};
  Action action = Action::making(type);
  action.makes = {shell};
  action.complete_needs = true;
  action.need(object_id(ObjectKind::namespace_, Identifier(type.space)));
  SqlWriter sql("CREATE TYPE");
  return action.statement(sql.name(type.qualified_name()));
}

Action drop_type(const ObjectId& type, const Scope& scope) {
  const bool along = !support_functions(type, scope.current).empty();
  SqlWriter sql("DROP TYPE");
  sql.name(type.qualified_name()).keyword_if(along, "CASCADE");
  return Action::dropping(type).statement(sql);
}

Actions replace_type(const ObjectId& type, const Scope& scope) {
  Actions actions = Actions::replacement();
  actions.replace = support_functions(type, scope.current);
  return actions;
}

}  // namespace pgplumb::diff
