// What a state made by text leaves open: the text alone does not tell all that its statements did.
#pragma once

#include <set>

#include "schema/object_id.hpp"

namespace pgplumb {

struct Doubts {
  // Objects that the state does not hold may exist all the same.
  bool may_hold_more = false;
  // What the state says of these, or that it does not hold them, may be otherwise.
  std::set<ObjectId> objects;

  [[nodiscard]] bool about(const ObjectId& id) const { return objects.contains(id); }
  [[nodiscard]] bool about_absence_of(const ObjectId& id) const {
    return may_hold_more || about(id);
  }
  [[nodiscard]] bool none() const { return !may_hold_more && objects.empty(); }
};

}  // namespace pgplumb
