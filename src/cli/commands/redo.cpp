#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/migrating.hpp"

namespace pgplumb::cli {
namespace {

struct RedoOptions {
  std::size_t count = 1;
  MigrateFlags flags;
};

}  // namespace

void add_redo(Program& program) {
  const auto options = std::make_shared<RedoOptions>();
  CLI::App& app =
      program.add("redo", "Revert the last migration, or the last N, and apply them again",
                  {"migrate:redo"}, [options](Context& context) {
                    return migrate(context, workflow::RedoRequest{options->count}, options->flags);
                  });
  app.add_option("N", options->count, "How many (default: 1)")->check(positive_number());
  add_migrate_flags(app, options->flags);
}

}  // namespace pgplumb::cli
