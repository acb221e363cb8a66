#include "schema/name_index.hpp"

#include <algorithm>

namespace pgplumb {

void NameIndex::add(const QualifiedName& name, const ObjectId& id) {
  const auto [first, last] = ids_.equal_range(name);
  const bool known =
      std::any_of(first, last, [&](const auto& entry) { return entry.second == id; });
  if (!known) ids_.emplace(name, id);
}

void NameIndex::erase(const QualifiedName& name, const ObjectId& id) {
  const auto [first, last] = ids_.equal_range(name);
  const auto found =
      std::find_if(first, last, [&](const auto& entry) { return entry.second == id; });
  if (found != last) ids_.erase(found);
}

std::optional<ObjectId> NameIndex::find(const QualifiedName& name) const {
  const auto [first, last] = ids_.equal_range(name);
  const auto least = std::min_element(
      first, last, [](const auto& a, const auto& b) { return a.second < b.second; });
  return least == last ? std::nullopt : std::optional(least->second);
}

}  // namespace pgplumb
