#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/migrating.hpp"

namespace pgplumb::cli {
namespace {

struct DownOptions {
  std::size_t count = 1;
  std::string to;
  bool all = false;
  MigrateFlags flags;
};

ExitCode run_down(Context& context, const DownOptions& options) {
  workflow::DownRequest request;
  if (options.all) {
    request.all = true;
  } else if (!options.to.empty()) {
    request.to = migrations::Version(options.to);
  } else {
    request.count = options.count;
  }
  return migrate_down(context, request, options.flags);
}

}  // namespace

void add_down(Program& program) {
  const auto options = std::make_shared<DownOptions>();
  CLI::App& app = program.add(
      "down", "Revert the last migration, the last N, down to a version, or all", {"migrate:down"},
      [options](Context& context) { return run_down(context, *options); });
  auto* count =
      app.add_option("N", options->count, "How many (default: 1)")->check(positive_number());
  auto* to = app.add_option("--to", options->to, "The version to go down to; it stays applied")
                 ->type_name("VERSION")
                 ->excludes(count);
  app.add_flag("--all", options->all, "Revert everything")->excludes(count)->excludes(to);
  add_migrate_flags(app, options->flags);
}

}  // namespace pgplumb::cli
