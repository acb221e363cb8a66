#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/global_options.hpp"
#include "cli/migrating.hpp"

namespace pgplumb::cli {
namespace {

struct DownOptions {
  std::string which;  // a number or a name; "" = the last one
  std::string to;
  std::int64_t batch = 0;  // 0 = not given
  bool all = false;
  MigrateFlags flags;
};

ExitCode run_down(Context& context, const DownOptions& options) {
  workflow::DownRequest request;
  request.half_applied = options.flags.half_applied;
  if (options.all) {
    request.all = true;
  } else if (!options.to.empty()) {
    request.to = migrations::Version(options.to);
  } else if (options.batch > 0) {
    request.batch = options.batch;
  } else if (options.which.empty()) {
    request.count = 1;
  } else {
    request.count = as_count(options.which);
    request.only = options.which;
  }
  return migrate(context, request, options.flags);
}

}  // namespace

void add_down(Program& program) {
  const auto options = std::make_shared<DownOptions>();
  CLI::App& app = program.add(
      "down", "Revert the last migration, the last N, one by name, down to a version, or all",
      {"migrate:down", "revert", "undo", "downgrade", "migrate:undo", "migrate:revert",
       "migration:revert", "migrations:revert", "db:migrate:undo", "db:rollback"},
      [options](Context& context) { return run_down(context, *options); });
  auto* which = app.add_option("N|NAME", options->which,
                               "How many (default: 1), or a version, a name or a file")
                    ->type_name("")
                    ->check(count_or_name());
  auto* to = app.add_option("--to", options->to, "The version to go down to; it stays applied")
                 ->check(some_text())
                 ->type_name("VERSION")
                 ->excludes(which);
  auto* batch = app.add_option("--batch", options->batch, "What one \"up\" applied, by its number")
                    ->check(positive_number())
                    ->type_name("B")
                    ->excludes(which)
                    ->excludes(to);
  app.add_flag("--all", options->all, "Revert everything")
      ->excludes(which)
      ->excludes(to)
      ->excludes(batch);
  add_migrate_flags(app, options->flags);
  add_half_applied_flag(app, options->flags);
}

}  // namespace pgplumb::cli
