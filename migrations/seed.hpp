// Files of rows that a database is filled with; no history keeps them.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "migrations/migration.hpp"
#include "migrations/runner.hpp"
#include "pg/session.hpp"

namespace pgplumb::migrations {

struct Seed {
  std::filesystem::path path;
  Script script;
};

// Syntax errors and what only psql can run go to `diagnostics`; then nothing may run.
[[nodiscard]] std::vector<Seed> read_seeds(const std::vector<std::filesystem::path>& files,
                                           Diagnostics& diagnostics);

// In one transaction, where the file says nothing else. The diagnostic is migration_failed. The
// session must be idle and is as it was afterwards.
[[nodiscard]] std::optional<Diagnostic> run_seed(pg::Session& session, const Seed& seed,
                                                 const RunnerOptions& options,
                                                 RunObserver& observer);

}  // namespace pgplumb::migrations
