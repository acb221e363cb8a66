#include "cli/global_options.hpp"

#include <CLI/CLI.hpp>

namespace pgplumb::cli {

std::function<std::string(const std::string&)> some_text() {
  return [](const std::string& text) -> std::string { return text.empty() ? "is empty" : ""; };
}

void add_global_options(CLI::App& app, GlobalOptions& options) {
  constexpr const char* kGroup = "Options of every command";
  app.add_option("-c,--config", options.config, "Configuration file (default: pgplumb.yaml here)")
      ->type_name("FILE")
      ->check(some_text())
      ->group(kGroup);
  app.add_option("-e,--env", options.environment,
                 "Environment of the configuration file (default: its default_environment)")
      ->type_name("NAME")
      ->check(some_text())
      ->group(kGroup);
  app.add_option(
         "-u,--url", options.url,
         "Database; else the url of --env, DATABASE_URL, DB_HOST …, the default environment's "
         "url, PGHOST …")
      ->type_name("URL")
      ->check(some_text())
      ->group(kGroup);
  app.add_option("--migrations", options.migrations, "Folder of migrations")
      ->type_name("DIR")
      ->check(some_text())
      ->group(kGroup);
  app.add_option("--schema", options.schema, "File or folder of the desired schema")
      ->type_name("PATH")
      ->check(some_text())
      ->group(kGroup);
  app.add_option("--scratch", options.scratch,
                 "Server for trying things out; else PGPLUMB_SCRATCH_URL, else a throwaway one")
      ->type_name("URL")
      ->check(some_text())
      ->group(kGroup);
  app.add_option("--wait", options.wait,
                 "How long to try to connect to a server that is not there yet (default: 0)")
      ->type_name("TIME")
      ->check(some_text())
      ->group(kGroup);
  app.add_flag("--no-color", options.no_color, "No colours, also on a terminal")->group(kGroup);
  app.add_flag("-q,--quiet", options.quiet, "Results and errors only")->group(kGroup);
  app.add_flag("-v,--verbose", options.verbose, "Say more about what is done")->group(kGroup);
}

}  // namespace pgplumb::cli
