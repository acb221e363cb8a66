#include <CLI/CLI.hpp>
#include <memory>

#include "base/diagnostic.hpp"
#include "cli/commands.hpp"
#include "cli/global_options.hpp"
#include "cli/migrating.hpp"

namespace pgplumb::cli {
namespace {

struct UpOptions {
  std::string which;  // a number or a name; "" = all
  std::string to;
  MigrateFlags flags;
};

ExitCode run_up(Context& context, const UpOptions& options) {
  workflow::UpRequest request;
  if (!options.to.empty()) request.to = migrations::Version(options.to);
  if (!options.which.empty()) {
    request.count = as_count(options.which);
    request.only = options.which;
  }
  return migrate(context, request, options.flags);
}

}  // namespace

void add_up(Program& program) {
  const auto options = std::make_shared<UpOptions>();
  CLI::App& app = program.add(
      "up", "Apply pending migrations: all, the first N, one by name, or up to a version",
      {"latest", "migrate", "apply", "deploy", "run", "upgrade", "migrate:up", "migrate:latest",
       "migrate:apply", "migrate:deploy", "migration:run", "migrations:run", "db:migrate"},
      [options](Context& context) { return run_up(context, *options); });
  auto* which = app.add_option("N|NAME", options->which, "How many, or a version, a name or a file")
                    ->type_name("")
                    ->check(count_or_name());
  app.add_option("--to", options->to, "The last version to apply")
      ->check(some_text())
      ->type_name("VERSION")
      ->excludes(which);
  add_migrate_flags(app, options->flags);
  app.add_option("--late", options->flags.late,
                 "What to do about migrations older than the newest applied one: error or run")
      ->check([](const std::string& text) {
        const bool known = text == "error" || text == "run" || text == "ignore";
        return known ? "" : "\"" + printable(text) + "\" is neither error nor run";
      })
      ->type_name("POLICY");
  app.add_option("--missing", options->flags.missing,
                 "What to do about applied migrations without a file: error or ignore")
      ->check(CLI::IsMember({"error", "ignore"}))
      ->type_name("POLICY");
  add_foreign_flag(app, options->flags);
  app.add_option("--programs", options->flags.programs,
                 "What to do about pending migrations that are programs: error or ignore")
      ->check(CLI::IsMember({"error", "ignore"}))
      ->type_name("POLICY");
  app.add_flag("--allow-unknown", options->flags.allow_unknown,
               "With require_verify: go on although something could not be told");
}

}  // namespace pgplumb::cli
