#include "cli/application.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/failure.hpp"
#include "cli/commands.hpp"

namespace pgplumb::cli {
namespace {

void add_commands(Program& program) {
  add_init(program);
  add_create(program);
  add_generate(program);
  add_up(program);
  add_down(program);
  add_rollback(program);
  add_redo(program);
  add_status(program);
  add_version(program);
  add_unlock(program);
  add_check(program);
  add_seed(program);
  add_dump(program);
  add_baseline(program);
  add_import(program);
  add_conflicts(program);
  add_verify(program);
  add_diff(program);
  add_doctor(program);
}

// Help and version are results; everything else that the parser throws is a usage error.
ExitCode answer(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) {
    app.exit(error);
    return ExitCode::clean;
  }
  const auto chosen = app.get_subcommands();
  if (chosen.empty() && !app.remaining().empty()) {
    throw UsageError("there is no command \"" + printable(app.remaining().front()) +
                     "\"; see pgplumb --help");
  }
  const std::string command = chosen.empty() ? "" : " " + chosen.front()->get_name();
  throw UsageError(printable(error.what()) + "; see pgplumb" + command + " --help");
}

// "migrate status", "migration run": tools that put their commands below a word.
bool is_word_above(std::string_view word) {
  constexpr std::array<std::string_view, 4> kAbove = {"migrate", "migration", "migrations", "db"};
  return std::find(kAbove.begin(), kAbove.end(), word) != kAbove.end();
}

bool is_command(const CLI::App& app, const std::string& word) {
  const auto subcommands = app.get_subcommands([](const CLI::App*) { return true; });
  return std::any_of(subcommands.begin(), subcommands.end(),
                     [&](const CLI::App* one) { return one->check_name(word); });
}

// Words of other tools that say more than a command's name.
std::vector<std::string> expanded(const CLI::App& app, int argc, const char* const* argv) {
  static const std::map<std::string, std::vector<std::string>, std::less<>> kWords = {
      {"migrate:rollback:all", {"rollback", "--all"}},
      {"migrate:down:all", {"down", "--all"}},
      {"migrate:undo:all", {"down", "--all"}},
      {"db:seed:all", {"seed"}},
      {"db:migrate:undo:all", {"down", "--all"}},
      {"reset", {"down", "--all"}},
      {"migrate:reset", {"down", "--all"}}};
  // CLI11 takes them from the back.
  if (argc > 1 && std::string_view(argv[1]) == "help") {
    if (argc == 2) return {"--help"};
    if (!is_command(app, argv[2])) return {argv[2]};
    return {"--help", argv[2]};
  }
  std::vector<std::string> words;
  bool command_seen = false;
  const bool below = argc > 2 && is_word_above(argv[1]) &&
                     (is_command(app, argv[2]) || kWords.count(std::string_view(argv[2])) != 0);
  const int first = below ? 2 : 1;
  for (int i = first; i < argc; ++i) {
    const std::string_view word = argv[i];
    const auto found = kWords.find(word);
    // "reset" further on may be an option's value.
    const bool is_command = i == first || word.find(':') != std::string_view::npos;
    if (command_seen || !is_command || found == kWords.end()) {
      words.emplace_back(argv[i]);
      continue;
    }
    command_seen = true;
    words.insert(words.end(), found->second.begin(), found->second.end());
  }
  std::reverse(words.begin(), words.end());
  return words;
}

}  // namespace

CLI::App& Program::add(const std::string& name, const std::string& description,
                       const std::vector<std::string>& aliases, Run run) {
  CLI::App& command = *app_.add_subcommand(name, description);
  for (const std::string& alias : aliases) command.alias(alias);
  add_global_options(command, globals_);
  commands_.push_back({&command, std::move(run)});
  return command;
}

ExitCode run(int argc, const char* const* argv) {
  CLI::App app(
      "A plumb line for PostgreSQL schemas: what the schema files say, what the migrations\n"
      "make and what the server has never drift apart silently.",
      "pgplumb");
  app.set_version_flag("--version", "pgplumb " PGPLUMB_VERSION);
  app.require_subcommand(1);
  app.footer("Exit codes: 0 clean or done, 1 failed, 2 differences found, 3 refused, 64 usage.");
  GlobalOptions globals;
  add_global_options(app, globals);
  Program program(app, globals);
  add_commands(program);
  try {
    app.parse(expanded(app, argc, argv));
  } catch (const CLI::ParseError& error) {
    return answer(app, error);
  }
  const CLI::App* chosen = app.get_subcommands().front();
  const auto& commands = program.commands();
  const auto command = std::find_if(commands.begin(), commands.end(),
                                    [&](const Command& one) { return one.app == chosen; });
  Context context(globals);
  const ExitCode code = command->run(context);
  context.output().flush();
  return code;
}

}  // namespace pgplumb::cli
