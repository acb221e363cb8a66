#include "cli/global_options.hpp"

#include <CLI/CLI.hpp>

namespace pgplumb::cli {

void add_global_options(CLI::App& app, GlobalOptions& options) {
  constexpr const char* kGroup = "Options of every command";
  app.add_option("-c,--config", options.config, "Configuration file (default: pgplumb.yaml here)")
      ->type_name("FILE")
      ->group(kGroup);
  app.add_option("-e,--env", options.environment,
                 "Environment of the configuration file (default: its default_environment)")
      ->type_name("NAME")
      ->group(kGroup);
  app.add_option("-u,--url", options.url,
                 "Database; else the environment's url, DATABASE_URL, DB_HOST …, PGHOST …")
      ->type_name("URL")
      ->group(kGroup);
  app.add_option("--migrations", options.migrations, "Folder of migrations")
      ->type_name("DIR")
      ->group(kGroup);
  app.add_option("--schema", options.schema, "File or folder of the desired schema")
      ->type_name("PATH")
      ->group(kGroup);
  app.add_option("--scratch", options.scratch,
                 "Server for trying things out; else PGPLUMB_SCRATCH_URL, else a throwaway one")
      ->type_name("URL")
      ->group(kGroup);
  app.add_option("--wait", options.wait,
                 "How long to try to connect to a server that is not there yet (default: 0)")
      ->type_name("TIME")
      ->group(kGroup);
  app.add_flag("--no-color", options.no_color, "No colours, also on a terminal")->group(kGroup);
  app.add_flag("-q,--quiet", options.quiet, "Results and errors only")->group(kGroup);
  app.add_flag("-v,--verbose", options.verbose, "Say more about what is done")->group(kGroup);
}

}  // namespace pgplumb::cli
