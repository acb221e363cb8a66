#include <CLI/CLI.hpp>
#include <memory>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "workflow/dump.hpp"

namespace pgplumb::cli {
namespace {

struct DumpOptions {
  std::string file;  // "" = standard output
  bool overwrite = false;
};

ExitCode run_dump(Context& context, const DumpOptions& options) {
  pg::Session session = context.connect();
  const workflow::Dump dump =
      workflow::dump_database(session, context.compare_input(true), workflow::DumpFor::file);
  Output& output = context.output();
  output.diagnostics(dump.diagnostics);
  if (dump.diagnostics.has_errors()) return ExitCode::failed;
  if (dump.names_owners) {
    output.message("what belongs to " + printable(dump.runner) +
                   " names no owner in the text: it will belong to whoever runs it");
  }
  if (options.file.empty()) {
    output.result(dump.text);
    return ExitCode::clean;
  }
  write_file(options.file, dump.text, options.overwrite ? Overwrite::allowed : Overwrite::refused);
  output.result_line(printable(options.file));
  return ExitCode::clean;
}

}  // namespace

void add_dump(Program& program) {
  const auto options = std::make_shared<DumpOptions>();
  CLI::App& app =
      program.add("dump", "Print the live database's schema as SQL that builds it from nothing",
                  {"schema:dump", "migrate:dump"},
                  [options](Context& context) { return run_dump(context, *options); });
  app.add_option("-o,--output", options->file, "Write it to this file")->type_name("FILE");
  app.add_flag("--overwrite", options->overwrite, "Also when the file exists");
}

}  // namespace pgplumb::cli
