// What does not hold yet, each with the reason. An entry that holds is a failure, too, so that the
// list never outlives its reasons.
#pragma once

#include <string>
#include <vector>

namespace pgplumb::acceptance {

// One sentence for each thing that should hold and does not.
using Problems = std::vector<std::string>;

// Fails the running test for each problem; for a known gap when there is none.
void expect_none(const std::string& suite, const std::string& name, const Problems& problems);

}  // namespace pgplumb::acceptance
