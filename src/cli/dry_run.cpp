#include "cli/dry_run.hpp"

namespace pgplumb::cli {
namespace {

using migrations::PreparedMigration;
using migrations::ScriptStatement;

std::string heading(const PreparedMigration& one) {
  std::string text =
      one.direction == migrations::Direction::up ? "-- would apply " : "-- would revert ";
  text += printable(one.migration->label());
  text += one.script.transactional ? ", in one transaction" : ", without a transaction";
  if (one.first_statement > 0) {
    text += ", from statement " + std::to_string(one.first_statement + 1) + " on";
  }
  return text + "\n";
}

std::string text_of(const ScriptStatement& statement) {
  std::string text;
  if (statement.repeat_until_no_rows) text += "-- repeated until it touches no row:\n";
  // A comment at the statement's end would swallow the semicolon.
  const std::size_t last_line = statement.text.rfind('\n') + 1;
  const bool comment = statement.text.find("--", last_line) != std::string::npos;
  return text + statement.text + (comment ? "\n;\n" : ";\n");
}

std::string script_of(const PreparedMigration& one, const migrations::RunnerOptions& options) {
  std::string text = heading(one);
  const bool whole = one.script.transactional;
  if (whole) text += "begin;\n";
  for (const std::string& setting : timeout_settings(one.script, options, whole)) {
    text += setting + ";\n";
  }
  for (std::size_t i = 0; i < one.script.statements.size(); ++i) {
    const ScriptStatement& statement = one.script.statements[i];
    const bool runs = i >= one.first_statement || statement.changes_session;
    if (runs && (!whole || !statement.transaction_control)) text += text_of(statement);
  }
  return text + (whole ? "commit;\n" : "");
}

}  // namespace

std::string dry_run_sql(const workflow::RunPlan& plan, const migrations::RunnerOptions& options) {
  std::string text;
  for (const PreparedMigration& one : plan.migrations) {
    text += (text.empty() ? "" : "\n") + script_of(one, options);
  }
  return text;
}

}  // namespace pgplumb::cli
