#include "parse/extension_dependencies.hpp"

#include "parse/replay.hpp"

namespace pgplumb::parse {

void forget_extension_dependencies(const ObjectId& subject, Replay& replay) {
  for (const ObjectId& id : replay.catalog().about(subject)) {
    if (id.kind == ObjectKind::extension_dependency) replay.drop(id);
  }
}

std::vector<ObjectId> dependents_of_extension(const std::string& extension, const Replay& replay) {
  std::vector<ObjectId> found;
  for (const auto& entry : replay.catalog().all<ExtensionDependency>()) {
    if (entry.first.grantee == extension) found.push_back(*parent_of(entry.first));
  }
  return found;
}

}  // namespace pgplumb::parse
