#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "workflow/migrate.hpp"

namespace pgplumb::cli {
namespace {

using migrations::MigrationState;
using migrations::MigrationStatus;

std::string word_of(MigrationState state) {
  switch (state) {
    case MigrationState::applied: return "applied";
    case MigrationState::unfinished: return "unfinished";
    case MigrationState::pending: return "pending";
    case MigrationState::late: return "late";
    case MigrationState::changed: return "changed";
    case MigrationState::missing: return "missing";
  }
  return "";
}

std::string label_of(const MigrationStatus& one) {
  if (one.file != nullptr) return one.file->label();
  return one.applied->version.text() + (one.applied->name.empty() ? "" : "_") + one.applied->name;
}

std::string line_of(const MigrationStatus& one) {
  constexpr std::size_t kStateWidth = 11;
  std::string line = word_of(one.state);
  line.resize(kStateWidth, ' ');
  line += printable(label_of(one));
  if (one.applied == nullptr) return line;
  line += "  batch " + std::to_string(one.applied->batch) + ", " + one.applied->applied_at;
  if (one.state == MigrationState::unfinished) {
    line += ", " + std::to_string(one.applied->statements_applied) + " of " +
            std::to_string(one.applied->statements_total) + " statements";
    if (!one.applied->error.empty()) line += ": " + printable(one.applied->error);
  }
  return line;
}

ExitCode run_status(Context& context, bool exit_code) {
  pg::Session session = context.connect();
  migrations::History history(session, context.configuration().history);
  const workflow::HistoryView view = workflow::read_history(context.migrations_folder(), history);
  Output& output = context.output();
  output.diagnostics(view.diagnostics);
  for (const MigrationStatus& one : view.status) output.result_line(line_of(one));
  const auto applied = std::count_if(view.status.begin(), view.status.end(), [](const auto& one) {
    return one.state == MigrationState::applied;
  });
  const bool clean = applied == static_cast<std::ptrdiff_t>(view.status.size());
  output.result_line(std::to_string(applied) + " of " + std::to_string(view.status.size()) +
                     " applied");
  if (view.diagnostics.has_errors()) return ExitCode::failed;
  return exit_code && !clean ? ExitCode::differences : ExitCode::clean;
}

}  // namespace

void add_status(Program& program) {
  const auto exit_code = std::make_shared<bool>(false);
  CLI::App& app = program.add(
      "status", "List the migrations: applied, pending, late, changed, missing, unfinished",
      {"list", "migrate:status", "migrate:list"},
      [exit_code](Context& context) { return run_status(context, *exit_code); });
  app.add_flag("--exit-code", *exit_code, "Exit with 2 unless everything is applied unchanged");
}

}  // namespace pgplumb::cli
