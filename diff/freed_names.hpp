// Names that renames take while something else still has them.
#pragma once

#include <optional>
#include <vector>

#include "diff/compare.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::diff {

// Whether `taker` is to have the name that `holder` gives up; `taking` and `held` are the objects.
[[nodiscard]] bool takes_name_of(const RenameHint& taker, const Object* taking,
                                 const RenameHint& holder, const Object* held);

// What has the name that one of `renames` takes, and isn't renamed itself: the desired state has no
// place for it. In the current state, by id.
[[nodiscard]] std::vector<ObjectId> in_the_way(const Catalog& current,
                                               const std::vector<RenameHint>& renames);

// A state between the two, from which each rename finds the name free that it takes.
struct FreedNames {
  Catalog state;                    // without most of what is in the way
  std::vector<RenameHint> aside;    // lead there, to names that nothing has
  std::vector<RenameHint> renames;  // what is left of the renames from there on
};

// Nothing where all names are free in time. What is in the way is gone from the state between,
// unless something that stays depends on it: then it has another name there, and goes once that has
// changed. One of several renames in a ring is done in two steps.
[[nodiscard]] std::optional<FreedNames> freed_names(const Catalog& current, const Catalog& desired,
                                                    const std::vector<RenameHint>& renames,
                                                    const RenameExpression& rename_expression);

}  // namespace pgplumb::diff
