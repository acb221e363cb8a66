// DROP … CASCADE and DROP … RESTRICT: what stands on what is dropped.
#include <algorithm>
#include <set>
#include <vector>

#include "parse/operator_family.hpp"
#include "parse/operators.hpp"
#include "parse/replay.hpp"

namespace pgplumb::parse {
namespace {

bool needs_any(const Catalog& catalog, const ObjectId& id, const std::set<ObjectId>& doomed) {
  const auto needed = requirements_of(catalog, id);
  return std::any_of(needed.begin(), needed.end(),
                     [&](const ObjectId& other) { return doomed.count(other) != 0; });
}

// Objects outside `doomed` that need something in it, directly.
std::vector<ObjectId> dependents_of(const Catalog& catalog, const std::set<ObjectId>& doomed) {
  std::vector<ObjectId> found;
  for (const auto& [id, object] : catalog.objects()) {
    // A family loses its members and stays.
    if (id.kind == ObjectKind::operator_family) continue;
    if (doomed.count(id) == 0 && needs_any(catalog, id, doomed)) found.push_back(id);
  }
  return found;
}

void add_with_parts(const Catalog& catalog, const ObjectId& id, std::set<ObjectId>& doomed) {
  doomed.insert(id);
  for (const ObjectId& part : catalog.everything_within(id)) doomed.insert(part);
}

}  // namespace

void Replay::drop(const ObjectId& id, bool cascade) {
  // Without CASCADE the server refuses when something depends on it; a migration that ran did not.
  // What the text shows as a dependent may be an over-careful reading, so nothing is refused here.
  if (!cascade) return drop(id);
  std::set<ObjectId> doomed;
  add_with_parts(catalog_, id, doomed);
  for (auto found = dependents_of(catalog_, doomed); !found.empty();
       found = dependents_of(catalog_, doomed)) {
    for (const ObjectId& dependent : found) add_with_parts(catalog_, dependent, doomed);
  }
  for (const ObjectId& gone : doomed) {
    note_drop(gone);
    catalog_.erase(gone);
  }
  forget(doomed);
}

void Replay::forget(const std::set<ObjectId>& gone) {
  const bool concerned = std::any_of(gone.begin(), gone.end(), [](const ObjectId& id) {
    return id.kind == ObjectKind::routine || id.kind == ObjectKind::operator_;
  });
  if (!concerned) return;
  forget_in_families(gone, *this);
  forget_operators(gone, *this);
}

}  // namespace pgplumb::parse
