#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/migrating.hpp"

namespace pgplumb::cli {
namespace {

struct UpOptions {
  std::size_t count = 0;  // 0 = all
  std::string to;
  MigrateFlags flags;
};

ExitCode run_up(Context& context, const UpOptions& options) {
  workflow::UpRequest request;
  if (options.count > 0) request.count = options.count;
  if (!options.to.empty()) request.to = migrations::Version(options.to);
  return migrate_up(context, request, options.flags);
}

}  // namespace

void add_up(Program& program) {
  const auto options = std::make_shared<UpOptions>();
  CLI::App& app =
      program.add("up", "Apply pending migrations: all, the first N, or up to a version",
                  {"latest", "migrate", "apply", "migrate:up", "migrate:latest"},
                  [options](Context& context) { return run_up(context, *options); });
  auto* count = app.add_option("N", options->count, "How many")->check(positive_number());
  app.add_option("--to", options->to, "The last version to apply")
      ->type_name("VERSION")
      ->excludes(count);
  add_migrate_flags(app, options->flags);
  app.add_option("--late", options->flags.late,
                 "What to do about migrations older than the newest applied one: error or run")
      ->check(CLI::IsMember({"error", "run", "ignore"}))
      ->type_name("POLICY");
  app.add_option("--missing", options->flags.missing,
                 "What to do about applied migrations without a file: error or ignore")
      ->check(CLI::IsMember({"error", "ignore"}))
      ->type_name("POLICY");
  app.add_flag("--allow-unknown", options->flags.allow_unknown,
               "With require_verify: go on although something could not be told");
}

}  // namespace pgplumb::cli
