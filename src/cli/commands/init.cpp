#include <CLI/CLI.hpp>
#include <memory>

#include "base/files.hpp"
#include "cli/commands.hpp"

namespace pgplumb::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kConfiguration = R"(# Where things are, from this folder.
schema: schema
migrations: migrations
seeds: seeds

# An environment is chosen with --env; without it, this one.
default_environment: local
environments:
  local:
    url: ${DATABASE_URL:-}
  production:
    url: ${PRODUCTION_DATABASE_URL:-}
    protected: true         # asks before it touches anything
    require_verify: true    # a database altered by hand stops the deployment
)";

constexpr const char* kGithub = R"(# What a change of the schema has to pass.
name: schema
on: [push, pull_request]
jobs:
  migrations:
    runs-on: ubuntu-latest
    services:
      postgres:
        image: postgres:17
        env: {POSTGRES_PASSWORD: postgres}
        ports: ["5432:5432"]
        options: --health-cmd pg_isready --health-interval 2s --health-retries 30
    env:
      DATABASE_URL: postgresql://postgres:postgres@localhost:5432/postgres
      PGPLUMB_SCRATCH_URL: postgresql://postgres:postgres@localhost:5432/postgres
    steps:
      - uses: actions/checkout@v4
      # Put pgplumb into the PATH here.
      - run: pgplumb up
      - run: pgplumb verify
      - run: pgplumb check    # exits with 2 when a way down is wrong or a migration is missing
)";

void make_file(Output& output, const fs::path& path, std::string_view text) {
  std::error_code ignored;
  if (fs::exists(path, ignored)) return output.message(path.string() + " is there already");
  write_file(path, text, Overwrite::refused);
  output.result_line(path.string());
}

void make_folder(Output& output, const fs::path& path) {
  std::error_code ignored;
  const std::string shown = printable(path.string()) + "/";
  if (fs::is_directory(path, ignored)) return output.message(shown + " is there already");
  fs::create_directories(path);
  output.result_line(shown);
}

ExitCode run_init(Context& context, bool github) {
  Output& output = context.output();
  if (!context.configuration_file()) make_file(output, "pgplumb.yaml", kConfiguration);
  make_folder(output, context.schema_path());
  make_folder(output, context.migrations_folder());
  make_folder(output, context.seeds_folder());
  if (github) make_file(output, ".github/workflows/schema.yaml", kGithub);
  return ExitCode::clean;
}

}  // namespace

void add_init(Program& program) {
  const auto github = std::make_shared<bool>(false);
  CLI::App& app = program.add(
      "init", "Write pgplumb.yaml and the folders; what is there already stays as it is", {},
      [github](Context& context) { return run_init(context, *github); });
  app.add_flag("--github", *github, "Also an example for GitHub Actions, in .github/workflows");
}

}  // namespace pgplumb::cli
