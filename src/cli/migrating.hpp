// What up, down and rollback share.
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
  bool allow_unknown = false;  // up, where a verification comes first
  std::string lock_wait = "60s";
  // "error", "ignore"; "run" for late ones. Not given: the configuration's.
  std::optional<std::string> late;
  std::optional<std::string> changed;
  std::optional<std::string> missing;
};

// For CLI11's check(): a whole number from 1 on; the answer is what is wrong with the text.
[[nodiscard]] std::function<std::string(const std::string&)> positive_number();

void add_migrate_flags(CLI::App& app, MigrateFlags& flags);

[[nodiscard]] ExitCode migrate_up(Context& context, const workflow::UpRequest& request,
                                  const MigrateFlags& flags);
[[nodiscard]] ExitCode migrate_down(Context& context, const workflow::DownRequest& request,
                                    const MigrateFlags& flags);

// "500ms", "60s", "10min", "1h"; a bare number counts seconds. Nothing when it is no time.
[[nodiscard]] std::optional<std::chrono::milliseconds> parse_wait(const std::string& text);
// "12 ms", "3.4 s", "2 min 5 s".
[[nodiscard]] std::string shown_duration(std::chrono::milliseconds duration);

}  // namespace pgplumb::cli
