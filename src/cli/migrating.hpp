// What up, down, rollback and redo share.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "cli/context.hpp"
#include "cli/exit_code.hpp"
#include "workflow/migrate.hpp"

namespace CLI {
class App;
}

namespace pgplumb::cli {

struct MigrateFlags {
  bool dry_run = false;
  bool yes = false;
  bool half_applied = false;   // down and rollback
  bool allow_unknown = false;  // up, where a verification comes first
  std::string lock_wait = "60s";
  // Of each statement, where its file says nothing else. Not given: the configuration's.
  std::optional<std::string> lock_timeout;
  std::optional<std::string> statement_timeout;
  // "error", "ignore"; "run" for late ones. Not given: the configuration's.
  std::optional<std::string> late;
  std::optional<std::string> changed;
  std::optional<std::string> missing;
  std::optional<std::string> foreign;
  std::optional<std::string> programs;
};

// For CLI11's check(): a number from 1 on, or the name of a migration.
[[nodiscard]] std::function<std::string(const std::string&)> count_or_name();
// For CLI11's check(): a whole number from 1 on; the answer is what is wrong with the text.
[[nodiscard]] std::function<std::string(const std::string&)> positive_number();

void add_migrate_flags(CLI::App& app, MigrateFlags& flags);
// --half-applied, of the commands that revert.
void add_half_applied_flag(CLI::App& app, MigrateFlags& flags);
// --foreign, of the commands that begin a history.
void add_foreign_flag(CLI::App& app, MigrateFlags& flags);

// A Refused where another tool keeps a history that was not imported and pgplumb has none.
void refuse_untaken_history(pg::Session& session, migrations::History& history,
                            migrations::Policy foreign);

// A time that is none is a UsageError.
[[nodiscard]] workflow::MigrateOptions migrate_options(const Context& context,
                                                       const MigrateFlags& flags);

[[nodiscard]] ExitCode migrate(Context& context, const workflow::RunRequest& request,
                               const MigrateFlags& flags);

// "3" may be a number of migrations; anything longer than six digits, with other characters or with
// zeros in front names one of them.
[[nodiscard]] std::optional<std::size_t> as_count(const std::string& text);
}  // namespace pgplumb::cli
