#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>

#include "base/elapsed.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/confirmation.hpp"
#include "cli/pooling.hpp"
#include "cli/progress.hpp"
#include "cli/read_only.hpp"
#include "migrations/seed.hpp"

namespace pgplumb::cli {
namespace {

namespace fs = std::filesystem;

struct SeedOptions {
  std::vector<std::string> names;
  bool yes = false;
  bool dry_run = false;
};

bool is_wanted(const fs::path& path, const std::vector<std::string>& names) {
  if (names.empty()) return true;
  for (const std::string& name : names) {
    const std::string file = fs::path(name).filename().string();
    if (file == path.filename().string() || file == path.stem().string()) return true;
  }
  return false;
}

std::vector<fs::path> seed_files(const fs::path& folder, const std::vector<std::string>& names) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) {
    throw Failure("there is no folder " + printable(folder.string()) +
                  " for seeds; make it with \"pgplumb init\", or name another one with seeds in "
                  "pgplumb.yaml");
  }
  std::vector<fs::path> files;
  for (const fs::path& path : list_files(folder)) {
    if (path.extension() == ".sql" && is_wanted(path, names)) files.push_back(path);
  }
  if (files.empty() && !names.empty()) {
    throw UsageError("no file in " + printable(folder.string()) + " is called " +
                     printable(names.front()) + " (.sql)");
  }
  return files;
}

// Seeds have an order by their names; those of folders would have none among them.
void name_ignored(const fs::path& folder, Output& output) {
  for (const fs::path& below : list_folders(folder)) {
    for (const fs::path& path : list_files(below)) {
      if (path.extension() != ".sql") continue;
      output.message("note: " + printable(path.string()) +
                     " does not run: only the files of the seeds folder itself do");
    }
    name_ignored(below, output);
  }
}

ExitCode run_seed(Context& context, const SeedOptions& options) {
  Output& output = context.output();
  const auto files = seed_files(context.seeds_folder(), options.names);
  if (options.names.empty()) name_ignored(context.seeds_folder(), output);
  Diagnostics diagnostics;
  const auto seeds = migrations::read_seeds(files, diagnostics);
  output.diagnostics(diagnostics);
  if (diagnostics.has_errors()) return ExitCode::failed;
  if (options.dry_run || seeds.empty()) {
    for (const auto& seed : seeds) output.result_line("would run " + printable(seed.path.string()));
    if (seeds.empty()) output.result_line("There are no seeds");
    return ExitCode::clean;
  }
  pg::Session session = context.connect();
  refuse_transaction_pooling(session);
  refuse_read_only(session);
  confirm(context, session, "run " + std::to_string(seeds.size()) + " seeds", options.yes);
  Progress progress(output, session);
  for (const auto& seed : seeds) {
    const auto start = std::chrono::steady_clock::now();
    if (const auto problem =
            migrations::run_seed(session, seed, context.runner_options(), progress)) {
      output.diagnostic(*problem);
      return ExitCode::failed;
    }
    const auto elapsed = elapsed_since(start);
    output.result_line("ran " + printable(seed.path.string()) + " (" + shown_duration(elapsed) +
                       ")");
  }
  return ExitCode::clean;
}

}  // namespace

void add_seed(Program& program) {
  const auto options = std::make_shared<SeedOptions>();
  CLI::App& app = program.add("seed",
                              "Run the files of the seeds folder in name order, each in one "
                              "transaction; nothing remembers\n"
                              "that they ran, so write them so that they can run again",
                              {"seed:run", "db:seed", "migrate:seed"},
                              [options](Context& context) { return run_seed(context, *options); });
  app.add_option("NAME", options->names, "Only these files")->type_name("");
  app.add_flag("-y,--yes", options->yes, "Do not ask, also where the environment is protected");
  app.add_flag("--dry-run", options->dry_run, "Only say what would run");
}

}  // namespace pgplumb::cli
