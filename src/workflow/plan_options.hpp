// How workflow plans: what diff can't know by itself is filled in.
#pragma once

#include "diff/plan_options.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// `server_version`: of the server that the statements are for; 0 = not known.
[[nodiscard]] diff::PlanOptions plan_options(int server_version);

}  // namespace pgplumb::workflow
