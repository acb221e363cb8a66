#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "report/status_report.hpp"
#include "workflow/migrate.hpp"
#include "workflow/untaken_history.hpp"

namespace pgplumb::cli {
namespace {

struct StatusOptions {
  bool exit_code = false;
  std::string format = "text";
};

ExitCode run_status(Context& context, const StatusOptions& options) {
  pg::Session session = context.connect();
  migrations::History history(session, context.configuration().history);
  const workflow::HistoryView view = workflow::read_history(context.migrations_folder(), history);
  const auto failed = history.failed_tries();
  const report::StatusReport report{view.status, failed};
  Output& output = context.output();
  output.diagnostics(view.diagnostics);
  // "0 of 0 applied" is no answer where nothing could be looked at.
  if (view.status.empty() && view.diagnostics.has_errors()) return ExitCode::failed;
  output.result(pg::mask_secrets(options.format == "json" ? report::render_json(report)
                                                          : report::render_text(report)));
  if (context.configuration().policies.foreign == migrations::Policy::error) {
    const std::string untaken =
        workflow::about_untaken(workflow::untaken_histories(session, history));
    if (!untaken.empty()) output.message("note: " + untaken);
  }
  const bool looks = context.configuration().policies.programs == migrations::Policy::error;
  for (const migrations::ProgramFile& program : view.programs) {
    if (looks) output.message("note: " + migrations::about_pending(program));
  }
  if (view.diagnostics.has_errors()) return ExitCode::failed;
  const bool clean = report.clean() && (view.programs.empty() || !looks);
  return options.exit_code && !clean ? ExitCode::differences : ExitCode::clean;
}

}  // namespace

void add_status(Program& program) {
  const auto options = std::make_shared<StatusOptions>();
  CLI::App& app = program.add(
      "status",
      "List the migrations: applied (when, batch, by whom, how long), pending, late, failed,\n"
      "unfinished, changed, missing, imported",
      {"list", "info", "show", "history", "migrate:status", "migrate:list", "migration:show",
       "migrations:status", "db:migrate:status"},
      [options](Context& context) { return run_status(context, *options); });
  app.add_flag("--exit-code", options->exit_code,
               "Exit with 2 unless everything is applied unchanged");
  app.add_option("--format", options->format, "text (default) or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
}

}  // namespace pgplumb::cli
