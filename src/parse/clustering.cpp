#include "parse/alter_table.hpp"
#include "parse/relation_tree.hpp"

namespace pgplumb::parse {
namespace {

template <typename Part>
void set_clustered(const ObjectId& id, bool clustered, Replay& replay) {
  auto* part = replay.model().get<Part>(id);
  if (part->clustered == clustered) return;
  part->clustered = clustered;
  replay.touch(id);
}

}  // namespace

void cluster_on(const ObjectId& relation, const std::string& index, Replay& replay) {
  for (const ObjectId& id : replay.catalog().indexes_of(relation.qualified_name())) {
    set_clustered<Index>(id, id.name == index, replay);
  }
  for (const ObjectId& id : replay.catalog().parts_of(relation, ObjectKind::constraint)) {
    const bool key = has_index(*replay.catalog().get<Constraint>(id));
    set_clustered<Constraint>(id, key && id.member == index, replay);
  }
}

}  // namespace pgplumb::parse
