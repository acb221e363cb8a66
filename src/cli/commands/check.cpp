#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "base/failure.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "report/check_report.hpp"
#include "workflow/check.hpp"

namespace pgplumb::cli {
namespace {

using std::chrono::steady_clock;
using workflow::CheckReport;
using workflow::SingleStep;
using workflow::WayDown;

struct CheckOptions {
  bool exact = false;
  std::string format = "text";
  bool no_each = false;
  bool no_schema = false;
};

// A line now and then, so that a long check is seen to go on.
class Ticker {
 public:
  explicit Ticker(Output& output) : output_(output) {}
  void tell(std::size_t step, std::size_t steps, const std::string& what) {
    const auto now = steady_clock::now();
    constexpr std::chrono::seconds kBetweenLines{3};
    if (!output_.verbose() && now - told_ < kBetweenLines) return;
    told_ = now;
    output_.message("checking " + std::to_string(steps == 0 ? 0 : step * 100 / steps) +
                    " %: " + printable(what));
  }

 private:
  Output& output_;
  steady_clock::time_point told_ = steady_clock::now();
};

void print_lines(Output& output, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) output.result_line("  " + line);
}

std::string verdict_of(WayDown result) {
  switch (result) {
    case WayDown::leads_back: return "leads back";
    case WayDown::order: return "leads back but for the order of columns";
    case WayDown::white_space:
      return "leads back but for white space and comments in bodies of routines";
    case WayDown::none: return "there is none";
    case WayDown::irreversible: return "says that it is irreversible";
    case WayDown::differs: return "does not lead back to what was there before its up";
    case WayDown::fails: return "fails";
  }
  return "";
}

std::string unless_none(std::size_t count, const std::string& words) {
  return count == 0 ? "" : std::to_string(count) + words;
}

void print_single(Output& output, const CheckReport& report) {
  for (const SingleStep& one : report.single) {
    if (one.result == WayDown::leads_back || one.result == WayDown::none) continue;
    output.result_line("down of " + printable(one.label) + ": " + verdict_of(one.result));
    for (const workflow::NamedDifference& difference : one.differences) {
      output.result_line("  " + difference.text);
    }
  }
  if (report.single.empty()) return;
  const std::size_t bad = report.count(WayDown::differs) + report.count(WayDown::fails);
  output.result_line(
      "each alone: " + std::to_string(report.count(WayDown::leads_back)) + " downs lead back, " +
      unless_none(report.count(WayDown::order), " but for the order of columns, ") +
      unless_none(report.count(WayDown::white_space), " but for white space, ") +
      std::to_string(bad) + " do not, " + std::to_string(report.count(WayDown::irreversible)) +
      " irreversible, " + std::to_string(report.count(WayDown::none)) + " without a way down");
}

void print_schema(Output& output, const CheckReport& report) {
  if (!report.equals_schema) return;
  output.result_line(*report.equals_schema ? "schema: what the migrations make"
                                           : "schema: not what the migrations make");
  print_lines(output, report.schema_differences);
}

void print_downs(Output& output, const CheckReport& report) {
  if (report.migrations == 0 || report.ups < report.migrations) return;
  std::string line =
      "all downs: " + std::to_string(report.downs) + " of " + std::to_string(report.migrations);
  if (!report.no_downs_because.empty()) line += "; " + printable(report.no_downs_because);
  if (report.empty_again) line += *report.empty_again ? ", empty again" : ", NOT empty again";
  output.result_line(line);
  print_lines(output, report.leftovers);
  if (!report.ups_again) return;
  output.result_line(*report.ups_again ? "all ups again: the same as before"
                                       : "all ups again: NOT the same as before");
  print_lines(output, report.again_differences);
}

void print_text(Output& output, const CheckReport& report, bool clean) {
  if (report.diagnostics.has_errors() && report.migrations == 0) return;
  output.result_line("all ups: " + std::to_string(report.ups) + " of " +
                     std::to_string(report.migrations));
  print_single(output, report);
  print_schema(output, report);
  print_downs(output, report);
  if (report.diagnostics.has_errors()) return;
  output.result_line(clean ? "nothing is wrong" : "something is wrong");
}

// As in docs/json.md.
std::string word_of(WayDown result) {
  switch (result) {
    case WayDown::leads_back: return "restores";
    case WayDown::order: return "restores_but_for_order";
    case WayDown::white_space: return "restores_but_for_white_space";
    case WayDown::none: return "none";
    case WayDown::irreversible: return "irreversible";
    case WayDown::differs: return "does_not_restore";
    case WayDown::fails: return "fails";
  }
  return "";
}

std::string word_of(workflow::Likeness likeness) {
  switch (likeness) {
    case workflow::Likeness::same: return "restores";
    case workflow::Likeness::white_space: return "restores_but_for_white_space";
    case workflow::Likeness::column_order: return "restores_but_for_order";
    case workflow::Likeness::different: break;
  }
  return "does_not_restore";
}

report::CheckedDown entry_of(const SingleStep& step) {
  report::CheckedDown down{step.label, word_of(step.result), {}};
  for (const workflow::NamedDifference& one : step.differences) {
    const bool failed = step.result == WayDown::fails;
    down.differences.push_back({failed ? "fails" : word_of(one.likeness), one.text});
  }
  return down;
}

std::string json_of(const CheckReport& found, bool clean) {
  report::CheckReport json;
  json.diagnostics = found.diagnostics;
  json.migrations = found.migrations;
  json.ups = found.ups;
  for (const SingleStep& step : found.single) json.downs_alone.push_back(entry_of(step));
  json.equals_schema = found.equals_schema;
  json.schema_differences = found.schema_differences;
  json.downs = found.downs;
  json.downs_stopped = found.no_downs_because;
  json.empty_again = found.empty_again;
  json.leftovers = found.leftovers;
  json.ups_again = found.ups_again;
  json.again_differences = found.again_differences;
  json.clean = clean;
  return report::render_json(json);
}

ExitCode print(Output& output, const CheckReport& report, const CheckOptions& options) {
  const auto exactness =
      options.exact ? workflow::Exactness::exact : workflow::Exactness::as_a_person_sees_it;
  const bool clean = report.clean(exactness);
  output.diagnostics(report.diagnostics);
  if (options.format == "json") {
    output.result(pg::mask_secrets(json_of(report, clean)));
  } else {
    print_text(output, report, clean);
  }
  if (report.diagnostics.has_errors()) return ExitCode::failed;
  return clean ? ExitCode::clean : ExitCode::differences;
}

ExitCode run_check(Context& context, const CheckOptions& options) {
  workflow::CheckInput input;
  input.migrations = context.migrations_folder();
  input.compare = context.compare_input(false);
  input.each = !options.no_each;
  std::error_code ignored;
  if (!options.no_schema && std::filesystem::exists(context.schema_path(), ignored)) {
    Diagnostics found;
    const bool empty = workflow::schema_files(context.schema_path(), found).files.empty();
    if (!empty) input.schema = context.schema_path();
    if (empty) {
      context.output().message("note: there is no *.sql file in " +
                               printable(context.schema_path().string()) +
                               ", so nothing is compared with it");
    }
  }
  workflow::Scratch scratch = context.scratch(false);
  scratch::ScratchServer* server = scratch.open();
  if (server == nullptr) throw Failure("check needs a scratch server: " + scratch.reason());
  Ticker ticker(context.output());
  input.progress = [&](std::size_t step, std::size_t steps, const std::string& what) {
    ticker.tell(step, steps, what);
  };
  return print(context.output(), workflow::check_history(input, *server), options);
}

}  // namespace

void add_check(Program& program) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App& app = program.add(
      "check",
      "Try the whole history on a scratch server: all ups, each down alone, equal to the schema,\n"
      "all downs, all ups again; exits with 2 when something does not lead where it should",
      {"validate", "migrate:check", "migrate:validate"},
      [options](Context& context) { return run_check(context, *options); });
  app.add_flag(
      "--exact", options->exact,
      "A way down that leads back but for the order of columns, or but for white space and\n"
      "comments in bodies of routines, is wrong too");
  app.add_option("--format", options->format, "text (default) or json")
      ->check(CLI::IsMember({"text", "json"}));
  app.add_flag("--no-each", options->no_each, "Do not try each migration by itself");
  app.add_flag("--no-schema", options->no_schema, "Do not compare with the schema");
}

}  // namespace pgplumb::cli
