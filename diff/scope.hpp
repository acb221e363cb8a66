// What a rule may look at besides its object.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "diff/plan_options.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::diff {

// What `id` needs to exist first: requirements_of, with the column of a default and the holder of a
// part that is no object of its own (a comment on a view's column).
[[nodiscard]] std::vector<ObjectId> needed_by(const Catalog& catalog, const ObjectId& id);

// For each object those that need it directly, in one state.
using Dependents = std::map<ObjectId, std::vector<ObjectId>>;
[[nodiscard]] Dependents dependents_in(const Catalog& catalog);

// References only: valid while the states are.
struct Scope {
  const Catalog& current;  // renames applied already
  const Catalog& desired;
  const PlanOptions& options;
  const Dependents& current_dependents;

  // The objects of the current state that need `id` directly.
  [[nodiscard]] std::span<const ObjectId> dependents_of(const ObjectId& id) const;
  // The object is not in the current state: parts of it may be made together with it.
  [[nodiscard]] bool is_new(const ObjectId& id) const { return !current.contains(id); }
  // The object is in the current state only.
  [[nodiscard]] bool is_dropped(const ObjectId& id) const { return !desired.contains(id); }
};

}  // namespace pgplumb::diff
