#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/confirmation.hpp"
#include "cli/migrating.hpp"
#include "cli/pooling.hpp"
#include "cli/progress.hpp"
#include "cli/read_only.hpp"
#include "migrations/checksum.hpp"
#include "pg/transaction.hpp"
#include "workflow/dump.hpp"

namespace pgplumb::cli {
namespace {

struct BaselineOptions {
  std::string name = "baseline";
  bool no_proof = false;
  bool allow_unmanaged = false;
  MigrateFlags flags;
};

// The baseline holds everything: files that were applied before would make it a second time.
void refuse_applied_files(const workflow::HistoryView& view) {
  const auto files = std::count_if(view.status.begin(), view.status.end(), [](const auto& one) {
    return one.file != nullptr && one.applied != nullptr;
  });
  if (files > 0) {
    throw Refused(std::to_string(files) +
                  " applied migrations have SQL files that lead here already; a baseline is for a "
                  "database without them; nothing was written");
  }
}

// A new database would run them first and make what the baseline makes then.
void refuse_pending_files(const workflow::HistoryView& view) {
  const auto is_pending = [](const auto& one) { return one.applied == nullptr; };
  const auto first = std::find_if(view.status.begin(), view.status.end(), is_pending);
  if (first == view.status.end()) return;
  const auto count = std::count_if(view.status.begin(), view.status.end(), is_pending);
  throw Refused(counted_migrations(static_cast<std::size_t>(count)) + " here " +
                (count == 1 ? "is" : "are") + " not applied, the first is " +
                printable(first->file->label()) +
                ": a new database would run them before the baseline; move them out of the folder, "
                "and bring back what this database does not have yet, under newer versions, when "
                "the baseline is written; nothing was written");
}

// What is not in the database would not be in the baseline, and never run afterwards either.
void refuse_programs(const workflow::HistoryView& view) {
  if (view.programs.empty()) return;
  throw Refused(migrations::about_pending(view.programs.front()) + "; nothing was written");
}

void refuse_unmanaged(const workflow::Baseline& baseline, bool allowed) {
  const std::size_t count = baseline.diagnostics.count(DiagnosticCode::unmanaged_object);
  if (count == 0 || allowed) return;
  throw Refused(std::to_string(count) +
                " objects are not managed and would be missing from the baseline; add them to the "
                "file by hand and give --allow-unmanaged; nothing was written");
}

void record(pg::Session& session, migrations::History& history,
            const workflow::Baseline& baseline) {
  pg::Transaction transaction(session);
  history.create();
  migrations::AppliedMigration row;
  row.version = baseline.migration.version;
  row.name = baseline.migration.name;
  row.batch = history.last_batch() + 1;
  row.checksum = migrations::checksum(baseline.up);
  row.state = "baseline";
  (void)history.import(row);
  migrations::LogEntry entry;
  entry.action = "baseline";
  entry.version = row.version;
  entry.name = row.name;
  entry.batch = row.batch;
  entry.checksum = row.checksum;
  history.log(entry);
  transaction.commit();
}

ExitCode run_baseline(Context& context, const BaselineOptions& options) {
  Output& output = context.output();
  pg::Session session = context.connect();
  refuse_transaction_pooling(session);
  refuse_read_only(session);
  migrations::History history(session, context.configuration().history);
  Progress progress(output, session);
  const auto lock = workflow::take_lock(
      session, history, migrate_options(context, options.flags).lock_wait, progress);
  refuse_untaken_history(session, history,
                         migrate_options(context, options.flags).policies.foreign);
  const workflow::HistoryView view = workflow::read_history(context.migrations_folder(), history);
  refuse_applied_files(view);
  refuse_pending_files(view);
  if (context.configuration().policies.programs == migrations::Policy::error) refuse_programs(view);
  workflow::BaselineInput input;
  input.migrations = context.migrations_folder();
  input.name = options.name;
  input.prove = !options.no_proof;
  input.compare = context.compare_input(false);
  workflow::Scratch scratch = context.scratch(false);
  scratch.want_major(session.server_major());
  const workflow::Baseline baseline = workflow::draft_baseline(session, input, scratch);
  output.diagnostics(baseline.diagnostics);
  if (baseline.diagnostics.has_errors()) {
    output.error("nothing was written");
    return ExitCode::failed;
  }
  refuse_unmanaged(baseline, options.allow_unmanaged);
  if (!baseline.proof) {
    output.message("NOT PROVED (" + printable(baseline.not_proved_because) +
                   "): review both files, nothing has shown that they work");
  }
  confirm(context, session, "record a baseline", options.flags.yes);
  const std::string stem = (input.migrations / baseline.migration.label()).string();
  write_file(stem + ".up.sql", baseline.up, Overwrite::refused);
  write_file(stem + ".down.sql", baseline.down, Overwrite::refused);
  record(session, history, baseline);
  output.result_line(printable(stem) + ".up.sql");
  output.result_line(printable(stem) + ".down.sql");
  output.result_line("recorded as applied; nothing was run in this database");
  return ExitCode::clean;
}

}  // namespace

void add_baseline(Program& program) {
  const auto options = std::make_shared<BaselineOptions>();
  CLI::App& app = program.add(
      "baseline",
      "Write the live schema as the first migration, proved, and record it as applied here",
      {"migrate:baseline"},
      [options](Context& context) { return run_baseline(context, *options); });
  app.add_option("NAME", options->name, "Its name (default: baseline)")->type_name("");
  app.add_flag("--no-proof", options->no_proof, "Do not try the pair on a scratch server");
  app.add_flag("--allow-unmanaged", options->allow_unmanaged,
               "Also when objects are there that are not managed and so not in the file");
  add_foreign_flag(app, options->flags);
  app.add_flag("-y,--yes", options->flags.yes,
               "Do not ask, also where the environment is protected");
}

}  // namespace pgplumb::cli
