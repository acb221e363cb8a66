// SQL text to statements: pgplumb's own splitter, then libpg_query's raw parser, one statement at
// a time, so that one syntax error does not hide the rest of a file.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"

struct Node;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::sql {

// A comment of the form "-- pgplumb: WORDS" (leading spaces allowed, also "/* pgplumb: … */").
struct Directive {
  std::string text;  // WORDS, trimmed
  SourceSpan span;
};

// One statement of a file, as the splitter sees it.
struct StatementText {
  SourceSpan span;  // first to one past the last byte, without the semicolon
  std::vector<Directive>
      directives;  // standing between the previous statement and this one, or inside it
};

struct SplitResult {
  std::vector<StatementText> statements;
  std::vector<Directive> trailing;  // after the last statement
  Diagnostics diagnostics;          // psql commands and COPY data read over; unterminated text
};

// Splits at top-level semicolons: quotes, dollar quotes, nested comments, BEGIN ATOMIC bodies,
// parentheses are understood; BOM, CRLF, psql's backslash commands and the data lines after
// COPY … FROM stdin are read over with a note. Empty statements are left out.
[[nodiscard]] SplitResult split(const std::shared_ptr<const SourceText>& source);

struct Statement {
  const ::Node* node;  // the statement itself (not the RawStmt); valid during the visit only
  SourceSpan span;
  const std::vector<Directive>* directives;
  // Where it stands in the file as it was read; `span` may be in its text as UTF-8.
  SourceSpan written;
  // The text of the statement as written (comments included).
  [[nodiscard]] std::string_view text() const;
  // A node's location (bytes from the statement's begin, -1 unknown) as a span.
  [[nodiscard]] SourceSpan at(int location) const;
};

// Parses `source` and calls `visit` for each statement that parses, in order; syntax errors and
// the splitter's notes go to `diagnostics` and do not stop the walk. One call per thread at a time.
void for_each_statement(const std::shared_ptr<const SourceText>& source, Diagnostics& diagnostics,
                        const std::function<void(const Statement&)>& visit);

// The same of a text that may set client_encoding, as the server would understand it: statements in
// another encoding are visited in UTF-8.
void for_each_decoded_statement(const std::shared_ptr<const SourceText>& source,
                                Diagnostics& diagnostics,
                                const std::function<void(const Statement&)>& visit);

// The major version of PostgreSQL whose syntax is known: a newer server may take more.
[[nodiscard]] int grammar_major();

// Only checks: what for_each_statement would report.
[[nodiscard]] Diagnostics check_syntax(const std::shared_ptr<const SourceText>& source);

}  // namespace pgplumb::sql
