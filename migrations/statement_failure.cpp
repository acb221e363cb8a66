#include "migrations/statement_failure.hpp"

#include <algorithm>
#include <string_view>

namespace pgplumb::migrations {
namespace {

SourceSpan position_in(const ScriptStatement& statement, const pg::ServerError& error) {
  SourceSpan span = statement.span;
  // The server counts in what was sent; a statement of the tool itself has no place in the file.
  if (error.position() > 0 && error.statement() == statement.text) {
    span.begin = span.source->offset_of_character(span.begin, error.position());
    span.end = span.begin;
  }
  return span;
}

// One note for each line of `text`.
void add_notes(Diagnostic& problem, std::string_view what, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    problem.notes.push_back({std::string(what) + ": " + printable(text.substr(0, end)), {}});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// The server's own words do not say what a user of pgplumb can do.
bool wants_no_transaction(const pg::ServerError& error) {
  constexpr std::string_view kActiveTransaction = "25001";
  constexpr std::string_view kInvalidTermination = "2D000";
  return error.sqlstate() == kActiveTransaction || error.sqlstate() == kInvalidTermination;
}

}  // namespace

Diagnostic statement_failure(const std::string& what, const Script& script,
                             const ScriptStatement* statement, const pg::ServerError& error) {
  Diagnostic problem{
      DiagnosticCode::migration_failed,
      what + " failed: " + printable(error.message()) + " (SQLSTATE " + error.sqlstate() + ")",
      statement ? position_in(*statement, error) : SourceSpan{},
      {}};
  const pg::ServerReport& report = error.report();
  add_notes(problem, "detail", report.detail);
  add_notes(problem, "hint", report.hint);
  add_notes(problem, "context", report.context);
  if (script.transactional && wants_no_transaction(error)) {
    add_notes(problem, "hint",
              "to run this file without a transaction, write \"-- pgplumb: no-transaction\" in it");
  }
  return problem;
}

}  // namespace pgplumb::migrations
