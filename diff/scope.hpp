// What a rule may look at besides its object.
#pragma once

#include <map>
#include <vector>

#include "diff/plan_options.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::diff {

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
  [[nodiscard]] const std::vector<ObjectId>& dependents_of(const ObjectId& id) const;
  // The object is not in the current state: parts of it may be made together with it.
  [[nodiscard]] bool is_new(const ObjectId& id) const { return !current.contains(id); }
};

}  // namespace pgplumb::diff
