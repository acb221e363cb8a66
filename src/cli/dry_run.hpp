// What a run would send to the server, as SQL that a person can read and psql can run.
#pragma once

#include <string>

#include "migrations/runner.hpp"
#include "workflow/migrate.hpp"

namespace pgplumb::cli {

// The settings and the statements of each migration, in order, under a comment that names it. The
// statements on pgplumb's own history are left out.
[[nodiscard]] std::string dry_run_sql(const workflow::RunPlan& plan,
                                      const migrations::RunnerOptions& options);

}  // namespace pgplumb::cli
