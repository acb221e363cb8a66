#include "diff/successor.hpp"

#include "diff/shell.hpp"

namespace pgplumb::diff {

std::vector<ObjectId> readers_of(const ObjectId& gone, const Scope& scope) {
  std::vector<ObjectId> readers;
  for (const ObjectId& user : scope.dependents_of(gone)) {
    const bool view = user.kind == ObjectKind::view || user.kind == ObjectKind::materialized_view;
    if (view) readers.push_back(user);
  }
  return readers;
}

std::vector<ObjectId> heirs_of(const ObjectId& gone, const Scope& scope) {
  // A shell is filled, it does not go.
  if (gone.subject || gone.kind == ObjectKind::shell_type) return {};
  const QualifiedName name = gone.qualified_name();
  if (!scope.desired.find_class(name) && !scope.desired.find_type(name)) return {};
  const auto users = scope.dependents_of(gone);
  std::vector<ObjectId> heirs(users.begin(), users.end());
  // They go with the type, though they need no more of it than its shell.
  const auto functions = support_functions(gone, scope.current);
  heirs.insert(heirs.end(), functions.begin(), functions.end());
  return heirs;
}

}  // namespace pgplumb::diff
