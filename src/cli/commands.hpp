// The commands. Each file in commands/ adds one to the program: its options, and what runs.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/exit_code.hpp"
#include "cli/global_options.hpp"

namespace CLI {
class App;
}

namespace pgplumb::cli {

using Run = std::function<ExitCode(Context&)>;

struct Command {
  CLI::App* app;  // owned by the program's
  Run run;
};

// What the commands are added to. `aliases`: other tools' words for the command.
class Program {
 public:
  Program(CLI::App& app, GlobalOptions& globals) : app_(app), globals_(globals) {}

  CLI::App& add(const std::string& name, const std::string& description,
                const std::vector<std::string>& aliases, Run run);
  [[nodiscard]] const std::vector<Command>& commands() const { return commands_; }

 private:
  CLI::App& app_;
  GlobalOptions& globals_;
  std::vector<Command> commands_;
};

void add_init(Program& program);
void add_create(Program& program);
void add_generate(Program& program);
void add_up(Program& program);
void add_down(Program& program);
void add_rollback(Program& program);
void add_redo(Program& program);
void add_status(Program& program);
void add_version(Program& program);
void add_unlock(Program& program);
void add_check(Program& program);
void add_seed(Program& program);
void add_dump(Program& program);
void add_baseline(Program& program);
void add_import(Program& program);
void add_conflicts(Program& program);
void add_verify(Program& program);
void add_diff(Program& program);
void add_doctor(Program& program);

}  // namespace pgplumb::cli
