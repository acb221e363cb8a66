#include "parse/membership.hpp"

#include <set>
#include <vector>

namespace pgplumb::parse {
namespace {

// The sequences of its columns and its partitions are members only where they are added, too.
bool stays(const ObjectId& part, const ObjectId& member) {
  switch (part.kind) {
    case ObjectKind::sequence: return true;
    case ObjectKind::index:
    case ObjectKind::statistics_object: return false;
    default: return part.space != member.space || part.name != member.name;
  }
}

std::set<ObjectId> taken_along(const ObjectId& member, const Catalog& catalog) {
  std::set<ObjectId> gone = {member};
  const bool space = member.kind == ObjectKind::namespace_;
  const auto parts = space ? catalog.about(member) : catalog.everything_within(member);
  for (const ObjectId& part : parts) {
    if (space || !stays(part, member)) gone.insert(part);
  }
  return gone;
}

}  // namespace

void fold_members(const Members& members, Catalog& catalog) {
  for (const auto& [member, extension] : members) {
    for (const ObjectId& id : taken_along(member, catalog)) {
      catalog.erase(id);
      catalog.members.insert(id);
    }
  }
}

}  // namespace pgplumb::parse
