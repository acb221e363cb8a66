#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/migrating.hpp"

namespace pgplumb::cli {
namespace {

struct RollbackOptions {
  std::int64_t batch = 0;  // 0 = the last one
  bool all = false;
  MigrateFlags flags;
};

ExitCode run_rollback(Context& context, const RollbackOptions& options) {
  workflow::DownRequest request;
  request.half_applied = options.flags.half_applied;
  if (options.all) {
    request.all = true;
  } else {
    request.batch = options.batch;
  }
  return migrate(context, request, options.flags);
}

}  // namespace

void add_rollback(Program& program) {
  const auto options = std::make_shared<RollbackOptions>();
  CLI::App& app = program.add(
      "rollback", "Revert what the last \"up\" applied, all of it", {"migrate:rollback"},
      [options](Context& context) { return run_rollback(context, *options); });
  auto* batch = app.add_option("--batch", options->batch, "This batch instead of the last one")
                    ->check(positive_number())
                    ->type_name("B");
  app.add_flag("--all", options->all, "All batches")->excludes(batch);
  add_migrate_flags(app, options->flags);
  add_half_applied_flag(app, options->flags);
}

}  // namespace pgplumb::cli
