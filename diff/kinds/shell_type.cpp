#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const ShellType&, const Scope&) {
  SqlWriter sql("CREATE TYPE");
  return Action::making(id).statement(sql.name(id.qualified_name()));
}

// A shell that becomes a type is filled, not dropped.
Actions drop(const ObjectId& id, const ShellType&, const Scope& scope) {
  const auto type = scope.desired.find_type(id.qualified_name());
  if (type) return Action::dropping(id);
  return drop_named("TYPE", id);
}

Actions alter(const ObjectId&, const ShellType&, const ShellType&, const Changed<ShellType>&,
              const Scope&) {
  return {};
}

Actions rename(const ObjectId& before, const ObjectId& after, const ShellType&, const Scope&) {
  return rename_in_namespace("TYPE", before, after);
}

}  // namespace pgplumb::diff
