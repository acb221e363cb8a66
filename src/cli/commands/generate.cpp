#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <memory>
#include <set>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "cli/commands.hpp"
#include "pg/connection_error.hpp"
#include "report/plan_report.hpp"
#include "workflow/generate.hpp"
#include "workflow/rename_options.hpp"

namespace pgplumb::cli {
namespace {

struct GenerateOptions {
  std::string name = "change";
  std::vector<std::string> renames;
  std::vector<std::string> allow;
  bool allow_all = false;
  bool no_proof = false;
  bool offline = false;
  bool dry_run = false;
  bool simple = false;  // the plain forms are the only ones so far
};

diff::AllowedHazards allowed_hazards(const Context& context, const GenerateOptions& options) {
  diff::AllowedHazards allowed;
  allowed.all = options.allow_all;
  for (const std::string& text : context.configuration().allow) allowed.allow(text);
  for (const std::string& text : options.allow) {
    if (!allowed.allow(text)) {
      throw UsageError("--allow: \"" + printable(text) + "\" names no hazard");
    }
  }
  return allowed;
}

// Of the database that the migrations are for, where one is named and answers: which forms it
// understands, and what to prove them on. generate works without any.
int server_version(const Context& context) {
  try {
    pg::SessionOptions quick;
    quick.connect_timeout = std::chrono::seconds(3);
    return pg::Session(context.database(), quick).server_version_num();
  } catch (const UsageError&) {
    return 0;
  } catch (const pg::ConnectionError&) {
    return 0;
  }
}

void print_versions(Output& output, const workflow::Draft& draft, int server_version,
                    const workflow::Scratch& scratch) {
  const int major = server_version / 10000;
  if (!draft.proof || major == 0 || major == draft.proof_major) return;
  const char* const choice =
      scratch.is_named() ? "" : ", the nearest that is here: --scratch URL names another server";
  output.message("the database runs PostgreSQL " + std::to_string(major) + ", the proof ran on " +
                 std::to_string(draft.proof_major) + choice);
}

// How many tables the answer about rows says nothing of.
std::string untried(const workflow::Proof& proof) {
  std::set<QualifiedName> tables;
  for (const workflow::LeftOut& one : proof.left_out) tables.insert(one.table);
  if (tables.empty() || !proof.rows_survive) return {};
  return " (but for " + std::to_string(tables.size()) +
         (tables.size() == 1 ? " table, which was tried without any)"
                             : " tables, which were tried without any)");
}

void print_proof(Output& output, const workflow::Draft& draft) {
  if (!draft.proof) {
    std::string reason = draft.not_proved_because;
    std::replace(reason.begin(), reason.end(), '\n', ' ');
    output.message("NOT PROVED (" + printable(reason) +
                   "): review both files, nothing has shown that they work");
    return;
  }
  const workflow::Proof& proof = *draft.proof;
  const auto mark = [](bool good) { return good ? "yes" : "NO"; };
  const std::string down = draft.irreversible.empty()
                               ? std::string("down leads back: ") + mark(proof.down_returns)
                               : "there is no way down";
  output.message(std::string("proof: up reaches the schema: ") + mark(proof.up_reaches_desired) +
                 ", " + down + ", rows survive: " + mark(proof.rows_survive) + untried(proof));
  for (const workflow::LeftOut& table : proof.left_out) {
    output.message("  " + workflow::described(table));
  }
  for (const ObjectId& id : proof.without_secrets) {
    output.message("  proved without the password of " + described(id) +
                   ": put it in where the file has ****");
  }
  for (const auto& [table, reason] : proof.rows.empty) {
    output.message("  no row could be made for " + printable(shown(table)) + ": " +
                   printable(reason));
  }
}

void print_hints(Output& output, const workflow::Draft& draft) {
  for (const diff::RenameHint& hint : draft.likely_renames) {
    const bool moved = hint.before.space != hint.after.space;
    const std::string name = hint.after.member.empty() ? hint.after.name : hint.after.member;
    const std::string after = moved ? shown(hint.after) : printable(name);
    output.message("if " + described(hint.before) +
                   (moved ? " was moved to " : " was renamed to ") + after + ", say so: --rename " +
                   printable(workflow::rename_text(hint)));
  }
}

void print_plan(Output& output, const workflow::Draft& draft) {
  if (!draft.up.empty()) output.message("up, " + report::render_plan(draft.up));
  if (!draft.down.empty()) output.message("down, " + report::render_plan(draft.down));
  if (!draft.irreversible.empty()) {
    output.message("down: none, " + printable(draft.irreversible) + "; its file says irreversible");
  }
}

void write_files(Output& output, const workflow::Draft& draft, bool dry_run) {
  for (const workflow::DraftFile& file : draft.files) {
    if (dry_run) {
      output.result("-- " + printable(file.path.string()) + "\n" + file.text + "\n");
      continue;
    }
    write_file(file.path, file.text, Overwrite::refused);
    output.result_line(printable(file.path.string()));
  }
}

ExitCode run_generate(Context& context, const GenerateOptions& options) {
  workflow::GenerateInput input;
  input.schema = context.schema_path();
  input.migrations = context.migrations_folder();
  input.name = options.name;
  input.renames = options.renames;
  input.allowed = allowed_hazards(context, options);
  input.prove = !options.no_proof;
  if (!options.offline) input.server_version = server_version(context);
  input.compare = context.compare_input(options.offline);
  workflow::Scratch scratch = context.scratch(options.offline);
  const workflow::Draft draft = workflow::draft_migration(input, scratch);
  Output& output = context.output();
  print_plan(output, draft);
  print_hints(output, draft);
  output.diagnostics(draft.diagnostics);
  if (draft.refused) {
    output.error(
        "refused: allow a hazard with --allow NAME:OBJECT, or change the schema; nothing "
        "was written");
    return ExitCode::refused;
  }
  if (!draft.files.empty()) {
    print_proof(output, draft);
    print_versions(output, draft, input.server_version, scratch);
  }
  if (draft.diagnostics.has_errors()) {
    output.error("nothing was written");
    return code_of_errors(draft.diagnostics);
  }
  if (draft.nothing_to_do()) {
    output.result_line("Nothing to do: the migrations lead to the schema");
    return ExitCode::clean;
  }
  write_files(output, draft, options.dry_run);
  return ExitCode::clean;
}

}  // namespace

void add_generate(Program& program) {
  const auto options = std::make_shared<GenerateOptions>();
  CLI::App& app = program.add(
      "generate",
      "Write the migration that leads from the existing ones to the schema, proved both ways", {},
      [options](Context& context) { return run_generate(context, *options); });
  app.add_option("NAME", options->name, "What it does, in a few words (default: change)")
      ->type_name("");
  app.add_option("--rename", options->renames,
                 "The same object under another name or in another schema: orders=purchases, "
                 "orders.total=amount, orders=archive.orders")
      ->type_name("BEFORE=AFTER")
      ->take_all()
      ->allow_extra_args(false);
  app.add_option("--allow", options->allow,
                 "Accept a hazard that loses something: drops_column, drops_data:public.orders")
      ->type_name("HAZARD[:OBJECT]")
      ->take_all()
      ->allow_extra_args(false);
  app.add_flag("--allow-all-hazards", options->allow_all, "Accept every hazard");
  app.add_flag("--no-proof", options->no_proof, "Do not try the pair on a scratch server");
  app.add_flag("--offline", options->offline, "Use no server at all, so nothing is proved either");
  app.add_flag("--dry-run", options->dry_run, "Print the files instead of writing them");
  app.add_flag("--simple", options->simple, "Plain statements, no online forms (the default)");
}

}  // namespace pgplumb::cli
