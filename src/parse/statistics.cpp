#include "parse/statistics.hpp"

#include <algorithm>

#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

std::vector<ObjectId> statistics_of(const Catalog& catalog, const ObjectId& relation) {
  std::vector<ObjectId> found;
  ObjectId first;
  first.kind = ObjectKind::statistics_object;
  const Catalog::Objects& objects = catalog.objects();
  for (auto it = objects.lower_bound(first); it != objects.end(); ++it) {
    if (it->first.kind != first.kind) break;
    const auto& statistics = std::get<StatisticsObject>(it->second);
    if (statistics.relation == relation.qualified_name()) found.push_back(it->first);
  }
  return found;
}

std::optional<int> statistics_target(const ::Node* written) {
  constexpr int kMost = 10000;
  const auto* target = PGPLUMB_NODE_AS(written, Integer);
  if (target == nullptr || target->ival < 0) return std::nullopt;
  return std::min(target->ival, kMost);
}

QualifiedName choose_statistics_name(const ObjectId& relation,
                                     const std::vector<std::string>& labels, const Replay& replay) {
  const auto taken = [&](const std::string& name) {
    return replay.catalog().contains(
        object_id(ObjectKind::statistics_object, qualified(relation.space, name)));
  };
  return qualified(relation.space,
                   Replay::choose_name(relation.name, joined_for_name(labels), "stat", taken));
}

}  // namespace pgplumb::parse
