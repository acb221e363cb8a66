#include "sql/parse.hpp"

#include "sql/encoding.hpp"
#include "sql/limits.hpp"
#include "sql/memory_scope.hpp"
#include "sql/raw_parser.hpp"
#include "sql/scanner.hpp"

namespace pgplumb::sql {
namespace {

using Visit = std::function<void(const Statement&)>;

std::string too_deep(std::size_t depth) {
  return "the statement nests expressions about " + std::to_string(depth) +
         " levels deep; pgplumb reads up to " + std::to_string(kMaxDepth);
}

void parse_statement(const ScannedStatement& scanned, const SourceSpan& written,
                     Diagnostics& diagnostics, const Visit& visit) {
  const SourceSpan& span = scanned.text.span;
  // Rows are nobody's business here, so that nothing walks those trees.
  if (scanned.depth > kMaxDepth && !scanned.changes_rows) {
    return diagnostics.add(DiagnosticCode::syntax_error, too_deep(scanned.depth), span);
  }
  const std::string text = blanked(span.source->text(), {span.begin, span.end}, scanned.blanks);
  const RawParseResult parsed = raw_parse(text, ParseMode::statements);
  if (parsed.error) {
    const std::size_t at = span.begin + parsed.error->offset;
    return diagnostics.add(
        {DiagnosticCode::syntax_error,
         parsed.error->message,
         {span.source, at, at},
         {{"the syntax known here is that of PostgreSQL " + std::to_string(grammar_major()), {}}}});
  }
  for (const RawStmt* raw : items<RawStmt>(parsed.tree)) {
    visit({raw->stmt, span, &scanned.text.directives, written});
  }
}

}  // namespace

int grammar_major() { return PG_VERSION_NUM / 10000; }

std::string_view Statement::text() const {
  return span.source->text().substr(span.begin, span.end - span.begin);
}

SourceSpan Statement::at(int location) const {
  if (location < 0) return span;
  const std::size_t begin = span.begin + static_cast<std::size_t>(location);
  return {span.source, begin, begin};
}

void for_each_statement(const std::shared_ptr<const SourceText>& source, Diagnostics& diagnostics,
                        const Visit& visit) {
  Scan scanned = scan(source);
  const bool encoded = report_encoding(source, scanned, diagnostics);
  for (Diagnostic& diagnostic : scanned.diagnostics) diagnostics.add(std::move(diagnostic));
  MemoryScope memory;
  for (const ScannedStatement& statement : scanned.statements) {
    const SourceSpan& span = statement.text.span;
    if (!encoded && !is_sql_text(source->text().substr(span.begin, span.end - span.begin))) {
      continue;
    }
    parse_statement(statement, span, diagnostics, visit);
    memory.reset();
  }
}

void for_each_decoded_statement(const std::shared_ptr<const SourceText>& source,
                                Diagnostics& diagnostics, const Visit& visit) {
  const Scan scanned = scan(source);
  const auto changes = encoding_changes(source->text(), scanned);
  Diagnostics problems;
  if (changes.empty() || !report_encoding(source, scanned, problems)) {
    return for_each_statement(source, diagnostics, visit);
  }
  const auto text =
      std::make_shared<const SourceText>(source->path(), decoded(source->text(), changes));
  Scan read = scan(text);
  for (Diagnostic& diagnostic : read.diagnostics) diagnostics.add(std::move(diagnostic));
  MemoryScope memory;
  for (std::size_t i = 0; i < read.statements.size(); ++i) {
    const bool paired = read.statements.size() == scanned.statements.size();
    const SourceSpan& own = paired ? scanned.statements[i].text.span : read.statements[i].text.span;
    parse_statement(read.statements[i], own, diagnostics, visit);
    memory.reset();
  }
}

Diagnostics check_syntax(const std::shared_ptr<const SourceText>& source) {
  Diagnostics diagnostics;
  for_each_statement(source, diagnostics, [](const Statement&) {});
  return diagnostics;
}

}  // namespace pgplumb::sql
