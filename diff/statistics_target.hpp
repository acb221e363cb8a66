// The statistics target of statistics objects.
#pragma once

#include "diff/action.hpp"
#include "diff/scope.hpp"

namespace pgplumb::diff {

// ALTER STATISTICS … SET STATISTICS, to what the object says.
[[nodiscard]] Action set_statistics_target(const ObjectId& id, const StatisticsObject& statistics);

// A column's new type makes its statistics objects again, without their targets: sets those that
// are desired.
[[nodiscard]] Actions renew_statistics_targets(const ObjectId& column, const Scope& scope);

}  // namespace pgplumb::diff
