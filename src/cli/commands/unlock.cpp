#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <memory>
#include <thread>

#include "base/failure.hpp"
#include "cli/commands.hpp"
#include "pg/advisory_lock.hpp"

namespace pgplumb::cli {
namespace {

bool confirmed(bool yes) {
  if (yes) return true;
  if (!can_ask()) return false;
  std::cerr << "End that session? What it runs now is rolled back. Type yes: " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "yes";
}

// The server ends a session when it next looks; a statement in its kernel may keep it.
bool is_gone(pg::Session& session, std::int64_t key, int pid) {
  constexpr int kTries = 100;
  for (int i = 0; i < kTries; ++i) {
    const auto holder = pg::find_lock_holder(session, key);
    if (!holder || holder->pid != pid) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return false;
}

ExitCode run_unlock(Context& context, bool yes) {
  pg::Session session = context.connect();
  const migrations::History history(session, context.configuration().history);
  const std::int64_t key = pg::advisory_key(history.lock_name());
  const auto holder = pg::find_lock_holder(session, key);
  Output& output = context.output();
  if (!holder) {
    output.result_line("Nobody holds the lock: the next run of pgplumb will not wait");
    return ExitCode::clean;
  }
  output.result_line("held by " + printable(holder->describe()));
  if (!confirmed(yes)) {
    throw Refused(
        "nothing was ended: give --yes to end that session; the lock goes by itself when "
        "its run ends, however it ends");
  }
  session.query("select pg_catalog.pg_terminate_backend($1::int)", {std::to_string(holder->pid)});
  if (!is_gone(session, key, holder->pid)) {
    throw Failure("the session of pid " + std::to_string(holder->pid) +
                  " was told to end and still holds the lock after 10 s");
  }
  output.result_line("ended pid " + std::to_string(holder->pid) + ", the lock is free");
  return ExitCode::clean;
}

}  // namespace

void add_unlock(Program& program) {
  const auto yes = std::make_shared<bool>(false);
  CLI::App& app = program.add(
      "unlock",
      "Show which run of pgplumb holds the lock, and end its session if that is confirmed",
      {"migrate:unlock"}, [yes](Context& context) { return run_unlock(context, *yes); });
  app.add_flag("-y,--yes", *yes, "Do not ask");
}

}  // namespace pgplumb::cli
