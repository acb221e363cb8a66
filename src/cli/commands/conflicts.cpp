#include "workflow/conflicts.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "base/failure.hpp"
#include "cli/commands.hpp"
#include "cli/git_folder.hpp"
#include "migrations/directory.hpp"

namespace pgplumb::cli {
namespace {

struct ConflictOptions {
  std::string first;
  std::string second;
};

// A folder as it stands, or the migrations folder as a git ref has it.
class Side {
 public:
  Side(const Context& context, const std::string& text, Diagnostics& diagnostics) {
    branch_.label = printable(text);
    std::error_code ignored;
    if (std::filesystem::is_directory(text, ignored)) {
      branch_.files = migrations::read_directory(text, diagnostics);
      return;
    }
    folder_ = std::make_unique<GitFolder>(text, context.migrations_folder());
    branch_.files = migrations::read_directory(folder_->path(), diagnostics);
  }
  [[nodiscard]] const workflow::Branch& branch() const { return branch_; }
  // Places in a temporary folder mean nothing to anybody.
  [[nodiscard]] std::string shown(std::string text) const {
    if (!folder_) return text;
    const std::string path = folder_->path().string();
    for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path, at)) {
      text.replace(at, path.size(), branch_.label + ":" + folder_->name());
    }
    return text;
  }

 private:
  std::unique_ptr<GitFolder> folder_;  // null for a folder as it stands
  workflow::Branch branch_;
};

ExitCode run_conflicts(Context& context, const ConflictOptions& options) {
  Output& output = context.output();
  Diagnostics diagnostics;
  const Side first(context, options.first, diagnostics);
  const Side second(context,
                    options.second.empty() ? context.migrations_folder().string() : options.second,
                    diagnostics);
  output.diagnostics(diagnostics);
  if (diagnostics.has_errors()) return ExitCode::failed;
  const workflow::ConflictReport report = workflow::find_conflicts(
      first.branch(), second.branch(), context.compare_input(true).search_path);
  const auto print = [&](const char* what, const workflow::Conflict& one) {
    output.result_line(what + second.shown(first.shown(one.text)));
  };
  for (const workflow::Conflict& one : report.conflicts) print("conflict: ", one);
  for (const workflow::Conflict& one : report.notes) print("note: ", one);
  output.result_line(std::to_string(report.first_only) + " only in " + first.branch().label + ", " +
                     std::to_string(report.second_only) + " only in " + second.branch().label +
                     ": " + std::to_string(report.conflicts.size()) +
                     (report.conflicts.size() == 1 ? " conflict" : " conflicts"));
  return report.conflicts.empty() ? ExitCode::clean : ExitCode::differences;
}

}  // namespace

void add_conflicts(Program& program) {
  const auto options = std::make_shared<ConflictOptions>();
  CLI::App& app = program.add(
      "conflicts",
      "Compare the migrations that two git refs, or two folders, do not share: one version twice,\n"
      "one object touched by both, an order that matters; exits with 2 when there is a conflict",
      {}, [options](Context& context) { return run_conflicts(context, *options); });
  app.add_option("A", options->first, "A git ref (main) or a folder of migrations")
      ->required()
      ->type_name("REF|DIR");
  app.add_option("B", options->second, "The other one (default: the migrations as they are here)")
      ->type_name("REF|DIR");
}

}  // namespace pgplumb::cli
