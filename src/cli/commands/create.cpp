#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/folder_lock.hpp"
#include "migrations/directory.hpp"

namespace pgplumb::cli {
namespace {

std::string up_text(const std::string& label) {
  return "-- " + label +
         ", the way up: runs in one transaction.\n"
         "-- Statements that can't (CREATE INDEX CONCURRENTLY) belong into a file of their own, "
         "with\n"
         "-- \"pgplumb: no-transaction\" in a comment.\n\n";
}

std::string down_text(const std::string& label) {
  return "-- " + label + ", the way down: undoes the .up.sql file, in reverse order.\n\n";
}

void write_pair(const std::filesystem::path& folder, const migrations::Migration& migration,
                Output& output) {
  const std::string stem = (folder / migration.label()).string();
  write_file(stem + ".up.sql", up_text(migration.label()), Overwrite::refused);
  write_file(stem + ".down.sql", down_text(migration.label()), Overwrite::refused);
  output.result_line(printable(stem) + ".up.sql");
  output.result_line(printable(stem) + ".down.sql");
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

ExitCode run_create(Context& context, const std::string& name) {
  if (name.empty()) throw UsageError("create needs a name");
  if (std::none_of(name.begin(), name.end(), is_plain)) {
    throw UsageError("of the name \"" + printable(name) +
                     "\" nothing can be in a file's name; write letters from a to z and digits");
  }
  const std::filesystem::path folder = context.migrations_folder();
  std::filesystem::create_directories(folder);
  // Two runs in one second would find the same version.
  const FolderLock lock(folder);
  Diagnostics diagnostics;
  const auto taken = migrations::read_directory(folder, diagnostics);
  // A missing folder is made; other problems of the folder stop nobody from writing a new file.
  if (diagnostics.count(DiagnosticCode::folder_missing) == 0) {
    context.output().diagnostics(diagnostics);
  }
  migrations::Migration migration;
  migration.version = migrations::Version(migrations::next_version(taken));
  migration.name = migrations::safe_name(name);
  if (migration.name != name) {
    context.output().message("named " + migration.name + ", which is safe in a file name");
  }
  write_pair(folder, migration, context.output());
  return ExitCode::clean;
}

}  // namespace

void add_create(Program& program) {
  const auto name = std::make_shared<std::string>();
  CLI::App& app = program.add("create", "Write an empty pair of files for a new migration",
                              {"make", "new", "migrate:make", "migrate:create", "migration:create"},
                              [name](Context& context) { return run_create(context, *name); });
  app.add_option("NAME", *name, "What it does, in a few words")->required()->type_name("");
}

}  // namespace pgplumb::cli
