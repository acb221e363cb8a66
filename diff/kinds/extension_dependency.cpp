#include "diff/extension_dependency.hpp"

#include "diff/holder.hpp"
#include "diff/rules.hpp"
#include "diff/sql_writer.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const ExtensionDependency&, const Scope& scope) {
  return Action::making(id).statement(depends_statement(id, Depends::on, scope));
}

Actions drop(const ObjectId& id, const ExtensionDependency&, const Scope& scope) {
  Action action = Action::dropping(id);
  action.statement(depends_statement(id, Depends::no_more, scope));
  return action.vanishing(holder_of(scope.current, id));
}

// There is nothing to alter.
Actions alter(const ObjectId&, const ExtensionDependency&, const ExtensionDependency&,
              const Changed<ExtensionDependency>&, const Scope&) {
  return {};
}

Actions rename(const ObjectId&, const ObjectId&, const ExtensionDependency&, const Scope&) {
  return {};
}

}  // namespace pgplumb::diff
