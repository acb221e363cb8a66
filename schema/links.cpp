#include "schema/links.hpp"

#include <algorithm>

namespace pgplumb {

std::vector<QualifiedName> links_of(const Object& object) {
  std::vector<QualifiedName> names;
  if (const auto* relation = std::get_if<Relation>(&object)) {
    names = relation->inherits;
    names.push_back(relation->partition_of);
  } else if (const auto* sequence = std::get_if<Sequence>(&object)) {
    names.push_back(sequence->owner_relation);
  } else if (const auto* index = std::get_if<Index>(&object)) {
    names.push_back(index->relation);
    names.push_back(index->partition_of);
  }
  if (const auto* statistics = std::get_if<StatisticsObject>(&object)) {
    names.push_back(statistics->relation);
  }
  std::erase_if(names, [](const QualifiedName& name) { return name.name.text().empty(); });
  return names;
}

void Links::set(const ObjectId& id, const Object& object) {
  std::vector<QualifiedName> names = links_of(object);
  const auto known = names_.find(id);
  if (known == names_.end() ? names.empty() : known->second == names) return;
  erase(id);
  for (const QualifiedName& name : names) users_[name].insert(id);
  if (!names.empty()) names_.emplace(id, std::move(names));
}

void Links::erase(const ObjectId& id) {
  const auto known = names_.find(id);
  if (known == names_.end()) return;
  for (const QualifiedName& name : known->second) {
    const auto users = users_.find(name);
    if (users == users_.end()) continue;
    users->second.erase(id);
    if (users->second.empty()) users_.erase(users);
  }
  names_.erase(known);
}

std::vector<ObjectId> Links::to(const QualifiedName& name, ObjectKind kind) const {
  std::vector<ObjectId> ids;
  const auto users = users_.find(name);
  if (users == users_.end()) return ids;
  std::copy_if(users->second.begin(), users->second.end(), std::back_inserter(ids),
               [&](const ObjectId& id) { return id.kind == kind; });
  return ids;
}

}  // namespace pgplumb
