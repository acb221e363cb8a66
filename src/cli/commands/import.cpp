#include "workflow/import.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/confirmation.hpp"
#include "cli/migrating.hpp"
#include "cli/pooling.hpp"
#include "cli/progress.hpp"
#include "cli/read_only.hpp"

namespace pgplumb::cli {
namespace {

struct ImportOptions {
  std::string from = "auto";
  std::string table;
  MigrateFlags flags;
};

void print_report(Output& output, const workflow::ImportReport& report, bool dry_run) {
  const std::string how = dry_run ? "would import " : "imported ";
  for (const auto& one : report.migrations) {
    if (one.is_moved()) {
      output.result_line(printable(one.known_as.text() + " is " + one.row.version.text() +
                                   (one.row.name.empty() ? "" : " " + one.row.name) +
                                   (dry_run ? "" : " now") + ": its file is here"));
    }
    if (dry_run ? !one.known_as.empty() : !one.is_new) continue;
    std::string line = how + printable(one.row.version.text());
    if (!one.row.name.empty()) line += " " + printable(one.row.name);
    line += ", batch " + std::to_string(one.row.batch);
    if (one.row.state == "baseline") line += ", below the baseline";
    if (!one.has_file) line += ", without a file: " + printable(one.file);
    output.result_line(line);
  }
  for (const std::string& one : report.failed) {
    output.message(printable(one) + " failed there and stays pending");
  }
  for (const auto& row : report.gone) {
    output.result_line((dry_run ? "would take out " : "took out ") +
                       printable(row.version.text() + (row.name.empty() ? "" : " " + row.name)) +
                       ": it is not applied there any more");
  }
  for (const migrations::ProgramFile& program : report.programs) {
    output.message("note: " + migrations::about_pending(program));
  }
  for (const std::string& note : report.notes) output.message("note: " + printable(note));
}

std::string summary(const workflow::ImportReport& report) {
  const std::size_t all = report.migrations.size();
  return report.table.tool + " in " + printable(report.table.name()) + ": " +
         counted_migrations(all) + " applied, " + std::to_string(report.count_files()) +
         " with files, " + std::to_string(all - report.count_files()) + " without; " +
         std::to_string(report.pending) + " pending";
}

ExitCode run_import(Context& context, const ImportOptions& options) {
  Output& output = context.output();
  workflow::ImportRequest request;
  request.folder = context.migrations_folder();
  request.tool = options.from == "auto" ? "" : options.from;
  request.table = options.table;
  request.dry_run = options.flags.dry_run;
  pg::Session session = context.connect();
  refuse_transaction_pooling(session);
  if (!request.dry_run) refuse_read_only(session);
  if (!request.dry_run) confirm(context, session, "import a history", options.flags.yes);
  migrations::History history(session, context.configuration().history);
  Progress progress(output, session);
  const workflow::ImportReport report = workflow::import_history(
      session, history, request, migrate_options(context, options.flags), progress);
  output.diagnostics(report.diagnostics);
  if (report.diagnostics.has_errors()) {
    output.error("nothing was imported");
    return ExitCode::failed;
  }
  print_report(output, report, request.dry_run);
  output.result_line(summary(report));
  if (request.dry_run) return ExitCode::clean;
  output.result_line(std::to_string(report.count_new()) + " new in " +
                     printable(shown(report.history.name())) + "; the table of " +
                     report.table.tool + " is as it was");
  return ExitCode::clean;
}

}  // namespace

void add_import(Program& program) {
  const auto options = std::make_shared<ImportOptions>();
  CLI::App& app = program.add(
      "import",
      "Take over the history that another tool keeps in this database; its tables stay as they are",
      {}, [options](Context& context) { return run_import(context, *options); });
  std::vector<std::string> tools = migrations::foreign_tool_names();
  tools.emplace_back("auto");
  app.add_option("--from", options->from,
                 "Whose history (default: auto, the one whose columns are there)")
      ->check(CLI::IsMember(tools))
      ->type_name("TOOL");
  app.add_option("--table", options->table, "Which table, where there are several")
      ->type_name("SCHEMA.TABLE");
  app.add_flag("--dry-run", options->flags.dry_run, "Only say what would be imported");
  app.add_flag("-y,--yes", options->flags.yes,
               "Do not ask, also where the environment is protected");
}

}  // namespace pgplumb::cli
