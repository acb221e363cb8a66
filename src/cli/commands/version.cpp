#include "cli/commands.hpp"
#include "workflow/migrate.hpp"

namespace pgplumb::cli {
namespace {

ExitCode run_version(Context& context) {
  pg::Session session = context.connect();
  migrations::History history(session, context.configuration().history);
  workflow::HistoryView view;
  view.applied = history.applied();
  const auto* newest = view.newest();
  context.output().result_line(newest == nullptr ? "none" : printable(newest->version.text()));
  return ExitCode::clean;
}

}  // namespace

void add_version(Program& program) {
  program.add("version", "Print the newest applied version, or \"none\"",
              {"currentVersion", "current", "migrate:currentVersion", "migrate:version"},
              run_version);
}

}  // namespace pgplumb::cli
